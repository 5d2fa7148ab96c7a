import { z } from "zod";
import { payerOut } from "@/lib/contracts/billing/amounts";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf, text, version } from "@/lib/contracts/fields";
import {
  dunningEndReasons,
  dunningGroups,
  dunningStatuses,
  dunningStepKinds,
  dunningStopReasons,
  nextTrySources,
} from "@/lib/values/dunning";
import { declineCodes } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Failed payments";
const day = calendarDay.nullable();

const dunningCase = payerOut.extend({
  id,
  invoice_id: id,
  invoice_number: z.string(),
  /** The first line of the invoice. */
  description: z.string(),
  location_id: id,
  location_name: z.string(),
  time_zone: z.string(),
  open_minor: z.int(),
  currency: z.string(),
  due_on: calendarDay,
  status: z.enum(dunningStatuses),
  /** What happens next; null: it has ended. */
  group: z.enum(dunningGroups).nullable(),
  /** The tries of the schedule that failed, and how many there are. */
  tries: z.int(),
  tries_in_schedule: z.int(),
  /** Days after the first failure at which it was and is tried, 0 included. */
  schedule_days: z.array(z.int()),
  first_failed_on: calendarDay,
  next_try_at: instantOut.nullable(),
  next_try_source: z.enum(nextTrySources).nullable(),
  /** A try waits for the answer of the bank. */
  is_under_way: z.boolean(),
  /** K4: an older invoice of the payer is tried with the new method first. */
  is_in_line: z.boolean(),
  last_decline_code: z.enum(declineCodes).nullable(),
  /** What the bank said, in words. */
  last_decline: z.string().nullable(),
  last_failed_at: instantOut.nullable(),
  /** The gateway's own code, for staff. */
  vendor_code: z.string().nullable(),
  /** Such as "Visa 4242". */
  method_label: z.string().nullable(),
  stop_reason: z.enum(dunningStopReasons).nullable(),
  /** K17: a dispute of the invoice that the bank has not decided. Nothing is tried until then. */
  dispute_id: id.nullable(),
  paused_at: instantOut.nullable(),
  paused_by_name: z.string().nullable(),
  pause_reason: z.string().nullable(),
  paused_until: instantOut.nullable(),
  /** K7: null where the invoice is for no membership. */
  entry_refused_from: day,
  membership_ends_on: day,
  written_off_on: day,
  end_reason: z.enum(dunningEndReasons).nullable(),
  ended_at: instantOut.nullable(),
  /** What happens next, in few words and in a sentence with its reason. */
  next: z.object({ title: z.string(), sentence: z.string() }),
  /** What follows if it stays unpaid, in sentences. */
  consequences: z.array(z.string()),
  /** Why staff cannot try it now; null: they can. */
  try_refusal: z.string().nullable(),
  version,
});

const step = z.object({
  at: instantOut,
  kind: z.union([z.enum(dunningStepKinds), z.literal("ended")]),
  sentence: z.string(),
});

const filters = {
  group: listOf(z.enum(dunningGroups)).optional(),
  /** Cases that have ended are left out unless they are asked for. */
  status: listOf(z.enum(dunningStatuses)).optional(),
  location_id: id.optional(),
  /** A number of an invoice, or the name of a payer. */
  q: text(100).optional(),
  invoice_id: id.optional(),
  member_id: id.optional(),
  company_id: id.optional(),
};

const base = { scope: "location", tag } as const;

export const listDunning = contract({
  ...base,
  id: "dunning.list",
  method: "GET",
  path: "/api/v1/dunning",
  access: "invoices.read",
  input: z.strictObject({ ...filters, ...page }),
  output: pageOf(dunningCase),
  errors: ["malformed_cursor"],
});

const sum = z.object({ currency: z.string(), amount_minor: z.int() });
const totals = { cases: z.int(), payers: z.int(), amounts: z.array(sum) };

export const summarizeDunning = contract({
  ...base,
  id: "dunning.summarize",
  method: "GET",
  path: "/api/v1/dunning/summary",
  access: "invoices.read",
  input: z.strictObject({ location_id: filters.location_id, q: filters.q }),
  output: z.object({
    ...totals,
    /** All groups, also those without a case. */
    groups: z.array(z.object({ group: z.enum(dunningGroups), ...totals })),
    /** What was refused in the last 60 days, and how much of it came in after all. */
    refused_lately: z.array(z.object({ currency: z.string(), refused_minor: z.int(), collected_minor: z.int() })),
    /** Overdue invoices that are not tried, because they are paid by hand. */
    by_hand: z.object({ invoices: z.int(), amounts: z.array(sum) }),
  }),
  errors: [],
});

export const exportDunning = contract({
  ...base,
  id: "dunning.export",
  method: "GET",
  path: "/api/v1/dunning/exports",
  // A4: all amounts at once are revenue.
  access: "revenue.read",
  input: z.strictObject(filters),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/csv"] },
  errors: [],
});

export const getDunning = contract({
  ...base,
  id: "dunning.get",
  method: "GET",
  path: "/api/v1/dunning/{id}",
  access: "invoices.read",
  input: z.strictObject({ id }),
  output: dunningCase.extend({
    /** The time line, oldest first. */
    steps: z.array(step),
  }),
  errors: ["not_found"],
});

const writes = { ...base, access: "payments.record", output: dunningCase } as const;

export const pauseDunning = contract({
  ...writes,
  id: "dunning.pause",
  method: "POST",
  path: "/api/v1/dunning/{id}/pause",
  input: z.strictObject({
    id,
    reason: text(300),
    /** The first day on which it goes on, in the time zone of the location. Absent: until it is resumed. */
    until_on: calendarDay.optional(),
  }),
  errors: ["invalid_input", "not_found", "conflict", "version_conflict"],
});

export const resumeDunning = contract({
  ...writes,
  id: "dunning.resume",
  method: "POST",
  path: "/api/v1/dunning/{id}/resume",
  input: z.strictObject({ id }),
  errors: ["not_found", "conflict", "version_conflict"],
});

export const updateDunning = contract({
  ...writes,
  id: "dunning.update",
  method: "PATCH",
  path: "/api/v1/dunning/{id}",
  input: z.strictObject({
    id,
    /** With an offset, or without one in the time zone of the location. */
    next_try_at: text(40),
  }),
  errors: ["invalid_input", "not_found", "conflict", "version_conflict"],
});

export const tryDunning = contract({
  ...writes,
  id: "dunning.try",
  method: "POST",
  path: "/api/v1/dunning/{id}/tries",
  input: z.strictObject({ id }),
  output: z.object({
    is_paid: z.boolean(),
    /** What came of it, and whether the schedule changed (K5). */
    sentence: z.string(),
    case: dunningCase,
  }),
  status: 201,
  errors: ["not_found", "conflict"],
});
