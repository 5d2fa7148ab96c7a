import { documented } from "@/lib/contracts/documented";
import * as dunning from "./dunning";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d01";

const example = {
  id,
  invoice_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d02",
  invoice_number: "INV-25068",
  description: "Unlimited",
  location_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d03",
  location_name: "Brooklyn",
  time_zone: "America/New_York",
  payer_member_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7d04",
  payer_company_id: null,
  payer_name: "John Doe",
  open_minor: 12_900,
  currency: "USD",
  due_on: "2026-11-24",
  status: "open" as const,
  group: "retry_soon" as const,
  tries: 2,
  tries_in_schedule: 4,
  schedule_days: [0, 1, 4, 11],
  first_failed_on: "2026-11-24",
  next_try_at: "2026-11-28T07:00:00.000Z",
  next_try_source: "schedule" as const,
  is_under_way: false,
  is_in_line: false,
  last_decline_code: "insufficient_funds" as const,
  last_decline: "insufficient funds",
  last_failed_at: "2026-11-25T07:00:05.000Z",
  vendor_code: "insufficient_funds",
  method_label: "Visa 7710",
  stop_reason: null,
  dispute_id: null,
  paused_at: null,
  paused_by_name: null,
  pause_reason: null,
  paused_until: null,
  entry_refused_from: "2026-12-02",
  membership_ends_on: null,
  written_off_on: null,
  end_reason: null,
  ended_at: null,
  next: {
    title: "Third try",
    sentence: "Next try Saturday 02:00, because the bank said insufficient funds on Wednesday.",
  },
  consequences: ["From Wednesday, 2 December the door refuses entry."],
  try_refusal: null,
  version: 3,
};

const paused = {
  ...example,
  status: "paused" as const,
  group: "paused" as const,
  next_try_at: null,
  next_try_source: null,
  paused_at: "2026-11-26T15:00:00.000Z",
  paused_by_name: "Ingrid Solberg",
  pause_reason: "Brings a new card",
  paused_until: "2026-12-03T05:00:00.000Z",
  next: { title: "Paused to Thursday", sentence: "Paused by Ingrid Solberg until Thursday 00:00: Brings a new card." },
};

const totals = { cases: 16, payers: 15, amounts: [{ currency: "USD", amount_minor: 133_700 }] };

export const dunningDocs = documented(dunning, {
  listDunning: {
    summary: "List the invoices whose payment failed",
    description:
      "Ordered by what happens next. `next.sentence` says when it is tried again and why. Cases that have ended are left out unless `status` asks for them.",
    example: { input: { group: ["retry_soon"] }, output: { data: [example], next_cursor: null } },
  },
  summarizeDunning: {
    summary: "Count and sum failed payments by what happens next",
    example: {
      input: {},
      output: {
        ...totals,
        groups: [{ group: "retry_soon" as const, ...totals }],
        refused_lately: [{ currency: "USD", refused_minor: 374_900, collected_minor: 241_200 }],
        by_hand: { invoices: 3, amounts: [{ currency: "USD", amount_minor: 29_400 }] },
      },
    },
  },
  exportDunning: {
    summary: "Export failed payments as CSV",
    description: "In the order of the list, with its filters.",
    example: {
      input: { group: ["retry_soon"] },
      output: { toResponse: (headers) => new Response(null, { headers }) },
    },
  },
  getDunning: {
    summary: "Get a failed payment with its time line",
    example: {
      input: { id },
      output: {
        ...example,
        steps: [
          {
            at: "2026-11-25T07:00:05.000Z",
            kind: "refused" as const,
            sentence: "The bank said insufficient funds. Next try Saturday 02:00.",
          },
        ],
      },
    },
  },
  pauseDunning: {
    summary: "Pause the tries of an invoice",
    description: "Nothing is tried and nothing follows from the unpaid invoice until the pause is over.",
    example: { input: { id, reason: "Brings a new card", until_on: "2026-12-03" }, output: paused },
  },
  resumeDunning: {
    summary: "Resume the tries of an invoice",
    example: { input: { id }, output: example },
  },
  updateDunning: {
    summary: "Set the time of the next try",
    description: "A time without an offset is that of the location. It must lie within the hours of tries.",
    example: { input: { id, next_try_at: "2026-11-28T02:00:00" }, output: example },
  },
  tryDunning: {
    summary: "Try to collect an invoice now",
    description:
      "Charges the payer's default method. A refusal of the bank is an answer, not an error. Whether the try counts for the schedule is a policy, and `sentence` says it.",
    example: {
      input: { id },
      output: {
        is_paid: false,
        sentence: "The bank said insufficient funds. The schedule did not change: next try Saturday 02:00.",
        case: example,
      },
    },
  },
});
