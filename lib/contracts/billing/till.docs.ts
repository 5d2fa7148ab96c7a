import { documented } from "@/lib/contracts/documented";
import * as till from "./till";

const id = "0197f0a0-0000-7000-8000-000000000801";
const location_id = "0197f0a0-0000-7000-8000-000000000001";

const open = {
  id,
  location_id,
  location_name: "Fitzroy",
  currency: "AUD",
  float_minor: 20000,
  float_change_minor: 0,
  float_source: null,
  opened_at: "2026-03-05T20:00:00.000Z",
  opened_by: null,
  closed_at: null,
  closed_by: null,
  report_number: null,
  expected_minor: null,
  counted_minor: null,
  difference_minor: null,
  difference_reason: null,
  left_minor: null,
};

const movement = {
  id: "0197f0a0-0000-7000-8000-000000000811",
  kind: "paid_out" as const,
  amount_minor: -1500,
  reason: "Milk and coffee",
  payment_id: null,
  payer_name: null,
  change_minor: null,
  created_at: "2026-03-05T22:00:00.000Z",
};

const report = {
  ...open,
  closed_at: "2026-03-06T08:00:00.000Z",
  report_number: 12,
  expected_minor: 24400,
  counted_minor: 24400,
  difference_minor: 0,
  left_minor: 20000,
  methods: [{ method: "cash" as const, payments_count: 1, payments_minor: 5900, refunds_minor: 0, reversals_minor: 0 }],
  paid_in_minor: 0,
  paid_out_minor: 1500,
  to_safe_minor: 0,
  counted: { "10000": 2, "2000": 2, "200": 2 },
  movements: [movement],
};

const deposit = {
  id: "0197f0a0-0000-7000-8000-000000000821",
  location_id,
  amount_minor: 120000,
  currency: "AUD",
  deposited_on: "2026-03-06",
  reference: "Slip 8841",
  created_by: null,
  created_at: "2026-03-06T09:30:00.000Z",
};

export const tillDocs = documented(till, {
  openTill: {
    summary: "Open the till of a location with its float",
    description:
      "A float that is not what the session before left in the drawer is booked: out of the safe or into it (`safe`), from the owner or the bank (`outside`), or as a till difference (`difference`).",
    example: {
      input: { location_id, float_minor: 20000, float_source: "safe" },
      output: { ...open, float_change_minor: 5000, float_source: "safe" as const },
    },
  },
  currentTill: {
    summary: "Retrieve the open till of a location",
    description: "`session` is null while the till is closed. The expected cash is not shown: the count is blind.",
    example: { input: { location_id }, output: { session: open, movements: [movement], last_left_minor: 20000 } },
  },
  listTillSessions: {
    summary: "List till sessions, newest first",
    example: { input: { location_id }, output: { data: [open], next_cursor: null } },
  },
  moveCash: {
    summary: "Pay cash into or out of the drawer",
    description: "`to_safe` takes cash that nobody should have in a drawer to the safe. It needs no reason.",
    example: { input: { id, kind: "paid_out", amount_minor: 1500, reason: "Milk and coffee" }, output: movement },
  },
  closeTill: {
    summary: "Close a till with its count",
    description:
      "`counted` says how many of each note and coin there are, by value in minor units. Where the count differs from the expected cash, `difference_reason` is required; the error then says the difference. Returns the Z report.",
    example: {
      input: { id, counted: report.counted, left_minor: 20000 },
      output: report,
    },
  },
  getTillReport: {
    summary: "Retrieve the report of a till session",
    description: "While the till is open, only roles with the permission `ledger.read` get it.",
    example: { input: { id }, output: report },
  },
  depositCash: {
    summary: "Bring cash from the safe to the bank",
    description: "The safe of a location holds what its tills put there. More than that is refused.",
    example: { input: { location_id, amount_minor: 120000, reference: "Slip 8841" }, output: deposit },
  },
  listBankDeposits: {
    summary: "List the cash that was brought to the bank, and what the safe holds",
    example: {
      input: { location_id },
      output: { data: [deposit], next_cursor: null, held_minor: 4660, currency: "AUD" },
    },
  },
});
