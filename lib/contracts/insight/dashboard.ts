import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const amount = z.object({ currency: z.string(), amount_minor: z.int() });

export const getDashboard = contract({
  id: "dashboard.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/dashboard",
  access: "statistics.read",
  tag: "Reports",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({
    today: calendarDay,
    month_starts_on: calendarDay,
    new_members: z.int(),
    new_members_last_month: z.int(),
    /** Invoices of the month less its credit notes, with tax, without void ones. */
    billed: z
      .array(
        amount.extend({
          invoices: z.int(),
          by_day: z.array(z.object({ on: calendarDay, amount_minor: z.int() })),
        }),
      )
      .optional(),
    /** Payments received in the month, without reversed ones, less the refunds paid out in it and what banks took back in it. */
    collected: z
      .array(amount.extend({ payments_minor: z.int(), refunds_minor: z.int(), disputes_minor: z.int() }))
      .optional(),
    /** What is open of invoices that a gateway could not collect this month. */
    failed: z.array(amount.extend({ invoices: z.int() })).optional(),
    /** Disputes of this month that took money, beside the number of payments that gateways collected in it. */
    disputes: z.array(amount.extend({ disputes: z.int(), payments: z.int() })).optional(),
    /** What the memberships that will be billed again bring in a month, without tax. */
    recurring: z.array(amount.extend({ memberships: z.int() })).optional(),
    /** What is still to be paid of all invoices, and the part of it that is past its due day. */
    outstanding: z
      .array(amount.extend({ invoices: z.int(), overdue_minor: z.int(), overdue_invoices: z.int() }))
      .optional(),
  }),
  errors: ["not_found"],
});

export const getOpenWork = contract({
  id: "open_work.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/open-work",
  access: "members.read",
  tag: "Reports",
  input: z.strictObject({}),
  output: z.object({
    /** Invoices whose failed payment is being collected. */
    dunning: z.int().optional(),
    /** Disputes that a bank has not decided. */
    disputes: z.int().optional(),
    /** Imports that were begun and neither finished nor undone. */
    imports: z.int().optional(),
  }),
  errors: [],
});
