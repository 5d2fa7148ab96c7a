import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Tax & entities";

const taxRate = z.object({
  id,
  legal_entity_id: id,
  tax_class: z.string(),
  name: z.string(),
  kind: z.enum(["vat", "sales_tax", "gst"]),
  /** Parts per million: 8.875 % is 88750. */
  rate_ppm: z.int(),
  from_on: calendarDay,
  /** Null: without an end. */
  to_on: calendarDay.nullable(),
  /** Documents were issued with it, so it can only be ended. */
  is_used: z.boolean(),
});

const fields = {
  tax_class: text(40),
  name: text(40),
  kind: z.enum(["vat", "sales_tax", "gst"]),
  rate_ppm: count(0, 1_000_000),
  from_on: calendarDay,
  to_on: calendarDay.nullable(),
};

const base = { scope: "organization", access: "billing.configure", tag } as const;

export const listTaxRates = contract({
  ...base,
  id: "tax_rates.list",
  method: "GET",
  path: "/api/v1/legal-entities/{id}/tax-rates",
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(taxRate) }),
  errors: ["not_found"],
});

export const createTaxRate = contract({
  ...base,
  id: "tax_rates.create",
  method: "POST",
  path: "/api/v1/legal-entities/{id}/tax-rates",
  input: z.strictObject({ id, ...fields, tax_class: fields.tax_class.default("standard") }).partial({ to_on: true }),
  output: taxRate,
  status: 201,
  errors: ["not_found", "conflict"],
});

export const updateTaxRate = contract({
  ...base,
  id: "tax_rates.update",
  method: "PATCH",
  path: "/api/v1/legal-entities/{id}/tax-rates/{rate_id}",
  input: z.strictObject(fields).omit({ tax_class: true }).partial().extend({ id, rate_id: id }),
  output: taxRate,
  errors: ["not_found", "conflict", "in_use"],
});

/** A tax that the owner confirms, for supplies from a day on. */
const confirmed = z
  .strictObject({ ...fields, tax_class: fields.tax_class.default("standard") })
  .partial({ to_on: true });

export const confirmTaxes = contract({
  ...base,
  id: "legal_entities.confirm_taxes",
  method: "POST",
  path: "/api/v1/legal-entities/{id}/tax-confirmations",
  input: z.strictObject({ id, rates: z.array(confirmed).max(20) }),
  output: z.object({ taxes_confirmed_at: z.iso.datetime({ offset: true }), data: z.array(taxRate) }),
  status: 201,
  errors: ["not_found", "conflict"],
});
