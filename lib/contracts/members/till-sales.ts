import { z } from "zod";
import { amount, amountOrZero } from "@/lib/contracts/billing/amounts";
import { draftLine } from "@/lib/contracts/billing/invoices";
import { way } from "@/lib/contracts/billing/payments";
import { contract } from "@/lib/contracts/contract";
import { count, id, text } from "@/lib/contracts/fields";
import { lineKinds } from "@/lib/values/billing";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Till";

/** What is sold. Each kind makes documents of its own; all are paid together. */
const items = {
  location_id: id,
  /** Who buys; or nobody yet, see `walk_in`. */
  member_id: id.optional(),
  /** Who is no member yet: the sale adds a member with this name. */
  walk_in: z.strictObject({ first_name: text(100), last_name: text(100).optional() }).optional(),
  /** Plans that are paid once: day passes, packs, terms and trials. They begin today. */
  plan_ids: z.array(id).max(10).default([]),
  /** What staff write. Prices include tax. */
  lines: z
    .array(draftLine.omit({ member_id: true }))
    .max(50)
    .default([]),
  /** C17: the next periods of recurring memberships, before their days. */
  prepay: z
    .array(z.strictObject({ membership_id: id, periods: count(1, 24).default(1) }))
    .max(10)
    .default([]),
};

const hasOneBuyer = ({ member_id, walk_in }: { member_id?: unknown; walk_in?: unknown }) =>
  (member_id === undefined) !== (walk_in === undefined);
const oneBuyer = { path: ["member_id"], error: "Name the buyer by exactly one of member_id and walk_in" };

type Sold = { plan_ids: unknown[]; lines: unknown[]; prepay: unknown[] };
const isSomething = ({ plan_ids, lines, prepay }: Sold) => plan_ids.length + lines.length + prepay.length > 0;
const something = { path: ["lines"], error: "Add what is sold" };

const prepaid = z.object({
  membership_id: id,
  plan_name: z.string(),
  periods: z.int(),
  /** The last day that is then paid for, and the day of the next bill. */
  paid_to_on: calendarDay,
  next_bill_on: calendarDay,
  total_minor: z.int(),
});

export const quoteTillSale = contract({
  id: "till.quote",
  scope: "location",
  method: "POST",
  path: "/api/v1/till-sales/quotes",
  access: "payments.record",
  tag,
  input: z.strictObject(items).refine(hasOneBuyer, oneBuyer).refine(isSomething, something),
  output: z.object({
    currency: z.string(),
    lines: z.array(
      z.object({
        kind: z.enum(lineKinds),
        description: z.string(),
        from_on: calendarDay.nullable(),
        to_on: calendarDay.nullable(),
        total_minor: z.int(),
        /** How the amount comes about; null for what staff write. */
        why: z.string().nullable(),
      }),
    ),
    prepaid: z.array(prepaid),
    total_minor: z.int(),
    /** K19: what account credit pays of it. */
    credit_minor: z.int(),
    /** What the buyer pays. */
    to_pay_minor: z.int(),
    /** What staff should know before the sale. */
    notes: z.array(z.string()),
  }),
  errors: ["invalid_input", "forbidden", "not_found", "conflict"],
  writes_nothing: true,
});

export const sellAtTill = contract({
  id: "till.sell",
  scope: "location",
  method: "POST",
  path: "/api/v1/till-sales",
  access: "payments.record",
  tag,
  input: z
    .strictObject({
      ...items,
      /** Open invoices that are paid with it. */
      invoices: z
        .array(z.strictObject({ id, amount_minor: amount }))
        .max(100)
        .default([]),
      /** `to_pay_minor` of the quote. Where the amount has changed since, nothing is sold. */
      to_pay_minor: amountOrZero,
      /** How it is paid. What is above all invoices becomes account credit; what is missing stays open. */
      parts: z.array(z.strictObject(way)).max(5, "Use at most 5 parts").default([]),
    })
    .refine(hasOneBuyer, oneBuyer)
    .refine(isSomething, something),
  output: z.object({
    member_id: id,
    member_name: z.string(),
    currency: z.string(),
    /** The new documents. */
    invoices: z.array(z.object({ id, number: z.string(), total_minor: z.int(), open_minor: z.int() })),
    prepaid: z.array(prepaid),
    payments: z.array(z.object({ id, method: paymentMethod, amount_minor: z.int() })),
    /** K18: what became account credit. */
    credit_minor: z.int(),
  }),
  status: 201,
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "till_closed"],
});
