import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text } from "@/lib/contracts/fields";
import { floatSources, tillMovementKinds } from "@/lib/values/billing";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { amount, amountOrZero } from "./amounts";

const session = z.object({
  id,
  location_id: id,
  location_name: z.string(),
  currency: z.string(),
  float_minor: z.int(),
  /** The float less what the session before left in the drawer. */
  float_change_minor: z.int(),
  /** Where it came from or went; null if nothing changed. */
  float_source: z.enum(floatSources).nullable(),
  opened_at: instantOut,
  opened_by: id.nullable(),
  closed_at: instantOut.nullable(),
  closed_by: id.nullable(),
  /** The next fields are null until the till is closed: the count is blind. */
  report_number: z.int().nullable(),
  expected_minor: z.int().nullable(),
  counted_minor: z.int().nullable(),
  difference_minor: z.int().nullable(),
  difference_reason: z.string().nullable(),
  left_minor: z.int().nullable(),
});

const movement = z.object({
  id,
  kind: z.enum(tillMovementKinds),
  /** Positive into the drawer. */
  amount_minor: z.int(),
  reason: z.string().nullable(),
  payment_id: id.nullable(),
  payer_name: z.string().nullable(),
  /** What went back to the payer of the cash that was handed over. */
  change_minor: z.int().nullable(),
  created_at: instantOut,
});

export const openTill = contract({
  id: "till.open",
  scope: "location",
  method: "POST",
  path: "/api/v1/till-sessions",
  access: "till.use",
  tag: "Till",
  input: z.strictObject({
    location_id: id,
    float_minor: amountOrZero,
    /** For a float that is not what the session before left. Default: `outside` for the first session, otherwise `difference`. */
    float_source: z.enum(floatSources).optional(),
  }),
  output: session,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const currentTill = contract({
  id: "till.current",
  scope: "location",
  method: "GET",
  path: "/api/v1/till-sessions/current",
  access: "till.use",
  tag: "Till",
  input: z.strictObject({ location_id: id }),
  output: z.object({
    session: session.nullable(),
    /** The newest 200 of the open session. */
    movements: z.array(movement),
    /** What the last session left in the drawer. */
    last_left_minor: z.int().nullable(),
  }),
  errors: ["not_found"],
});

export const listTillSessions = contract({
  id: "till.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/till-sessions",
  access: "till.use",
  tag: "Till",
  input: z.strictObject({ location_id: id.optional(), ...page }),
  output: pageOf(session),
  errors: ["malformed_cursor"],
});

export const moveCash = contract({
  id: "till.move",
  scope: "location",
  method: "POST",
  path: "/api/v1/till-sessions/{id}/movements",
  access: "till.use",
  tag: "Till",
  input: z
    .strictObject({
      id,
      kind: z.enum(["paid_in", "paid_out", "to_safe"]),
      amount_minor: amount,
      /** Why; cash that goes to the safe needs no reason. */
      reason: text(300).optional(),
    })
    .refine(({ kind, reason }) => kind === "to_safe" || reason !== undefined, {
      path: ["reason"],
      error: "Say what the cash is for",
    }),
  output: movement,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "till_closed"],
});

const report = session.extend({
  /** By method: what came in and what went out while the till was open. Reversed payments count as out. */
  methods: z.array(
    z.object({
      method: paymentMethod,
      payments_count: z.int(),
      payments_minor: z.int(),
      refunds_minor: z.int(),
      reversals_minor: z.int(),
    }),
  ),
  paid_in_minor: z.int(),
  paid_out_minor: z.int(),
  /** Put into the safe while the till was open; what the closing put there comes on top. */
  to_safe_minor: z.int(),
  /** How many of each note and coin were counted, by their value in minor units. */
  counted: z.record(z.string(), z.int()).nullable(),
  movements: z.array(movement),
});

export const closeTill = contract({
  id: "till.close",
  scope: "location",
  method: "POST",
  path: "/api/v1/till-sessions/{id}/closings",
  access: "till.use",
  tag: "Till",
  input: z.strictObject({
    id,
    counted: z.record(
      z.string().regex(/^[1-9]\d{0,8}$/, "Name each note and coin by its value"),
      z.int().min(0).max(100_000),
    ),
    left_minor: amountOrZero,
    difference_reason: text(500).optional(),
  }),
  output: report,
  status: 201,
  errors: ["invalid_input", "not_found", "till_closed"],
});

export const getTillReport = contract({
  id: "till.report",
  scope: "location",
  method: "GET",
  path: "/api/v1/till-sessions/{id}/report",
  access: "till.use",
  tag: "Till",
  input: z.strictObject({ id }),
  output: report,
  errors: ["not_found", "conflict"],
});

const deposit = z.object({
  id,
  location_id: id,
  amount_minor: z.int(),
  currency: z.string(),
  deposited_on: calendarDay,
  reference: z.string().nullable(),
  created_by: id.nullable(),
  created_at: instantOut,
});

export const depositCash = contract({
  id: "bank_deposits.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/bank-deposits",
  access: "till.bank",
  tag: "Till",
  input: z.strictObject({ location_id: id, amount_minor: amount, reference: text(100).optional() }),
  output: deposit,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const listBankDeposits = contract({
  id: "bank_deposits.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/bank-deposits",
  access: "till.bank",
  tag: "Till",
  input: z.strictObject({ location_id: id, ...page }),
  output: pageOf(deposit).extend({
    /** The cash in the safe of the location, which waits for the bank. */
    held_minor: z.int(),
    currency: z.string(),
  }),
  errors: ["not_found", "malformed_cursor"],
});
