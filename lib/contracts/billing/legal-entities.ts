import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { taxIdSchema } from "@/lib/values/schemas/billing-address";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { countryCode } from "@/lib/values/schemas/country";
import { legalProfileCode, legalRules } from "@/lib/values/schemas/legal-rules";

const tag = "Tax & entities";

const taxId = z.object({ label: z.string(), value: z.string() });

/** In the currency of the organization. An invoice in another currency is charged a percentage without a maximum only. */
const feeMinor = z.int().min(1, "Enter more than 0").max(100_000_000, "This amount is too large");
const feeTerms = { after_days: count(1, 90), tax_class: text(40).default("standard") };
const lateFee = z.discriminatedUnion("kind", [
  z.strictObject({ ...feeTerms, kind: z.literal("amount"), amount_minor: feeMinor }),
  z.strictObject({
    ...feeTerms,
    kind: z.literal("percent"),
    /** Parts per million of what is open: 2 % is 20000. */
    rate_ppm: z.int().min(1_000, "Enter at least 0.1 %").max(250_000, "Enter at most 25 %"),
    max_minor: feeMinor.nullable().default(null),
  }),
]);

const legalEntity = z.object({
  id,
  legal_name: z.string(),
  address: z.string().nullable(),
  /** ZZ while it is not known. */
  country: z.string(),
  state_code: z.string().nullable(),
  tax_ids: z.array(taxId),
  due_days: z.int(),
  financial_year_starts_in: z.int(),
  invoice_prefix: z.string(),
  credit_note_prefix: z.string(),
  number_digits: z.int(),
  numbers_by_year: z.boolean(),
  bank_details: z.string().nullable(),
  invoice_footer: z.string().nullable(),
  /** What an invoice is charged that is not paid in time, once; null: nothing. */
  late_fee: z
    .object({
      after_days: z.int(),
      tax_class: z.string(),
      kind: z.enum(["amount", "percent"]),
      amount_minor: z.int().optional(),
      rate_ppm: z.int().optional(),
      max_minor: z.int().nullable().optional(),
      /** Invoices that are issued from this day on can be charged. */
      from_on: calendarDay,
    })
    .nullable(),
  is_default: z.boolean(),
  /** Null while documents carry no tax that an owner has confirmed. */
  taxes_confirmed_at: instantOut.nullable(),
  /** The rules for the end of memberships; null until they are confirmed. */
  legal_rules: legalRules.extend({ profile: legalProfileCode, confirmed_at: instantOut }).nullable(),
  archived_at: instantOut.nullable(),
  /** The open locations that sell in its name. */
  location_ids: z.array(id),
  version,
});

const fields = {
  legal_name: text(160),
  address: text(300).nullable(),
  country: countryCode,
  state_code: text(2).nullable(),
  tax_ids: z.array(taxIdSchema).max(5),
  due_days: count(0, 90),
  financial_year_starts_in: count(1, 12),
  invoice_prefix: text(20),
  credit_note_prefix: text(20),
  number_digits: count(1, 10),
  numbers_by_year: z.boolean(),
  bank_details: text(300).nullable(),
  invoice_footer: text(500).nullable(),
  late_fee: lateFee.nullable(),
};

const optionalOnCreate = {
  address: true,
  state_code: true,
  tax_ids: true,
  due_days: true,
  financial_year_starts_in: true,
  invoice_prefix: true,
  credit_note_prefix: true,
  number_digits: true,
  numbers_by_year: true,
  bank_details: true,
  invoice_footer: true,
  late_fee: true,
} as const;

const base = { scope: "organization", access: "billing.configure", tag } as const;

export const listLegalEntities = contract({
  ...base,
  id: "legal_entities.list",
  method: "GET",
  path: "/api/v1/legal-entities",
  input: z.strictObject({ include_archived: flag.default(false) }),
  output: z.object({ data: z.array(legalEntity) }),
  errors: [],
});

export const getLegalEntity = contract({
  ...base,
  id: "legal_entities.get",
  method: "GET",
  path: "/api/v1/legal-entities/{id}",
  input: z.strictObject({ id }),
  output: legalEntity,
  errors: ["not_found"],
});

export const createLegalEntity = contract({
  ...base,
  id: "legal_entities.create",
  method: "POST",
  path: "/api/v1/legal-entities",
  input: z.strictObject(fields).partial(optionalOnCreate),
  output: legalEntity,
  status: 201,
  errors: [],
});

export const updateLegalEntity = contract({
  ...base,
  id: "legal_entities.update",
  method: "PATCH",
  path: "/api/v1/legal-entities/{id}",
  input: z
    .strictObject(fields)
    .partial()
    .extend({
      id,
      /** Makes it the seller of the locations that are assigned to none. */
      is_default: z.literal(true).optional(),
    }),
  output: legalEntity,
  errors: ["not_found", "version_conflict", "conflict"],
});

export const archiveLegalEntity = contract({
  ...base,
  id: "legal_entities.archive",
  method: "DELETE",
  path: "/api/v1/legal-entities/{id}",
  input: z.strictObject({ id }),
  output: legalEntity,
  errors: ["not_found", "in_use"],
});

export const putEntityLocations = contract({
  ...base,
  id: "legal_entities.put_locations",
  method: "PUT",
  path: "/api/v1/legal-entities/{id}/locations",
  input: z.strictObject({ id, location_ids: z.array(id).max(500) }),
  output: legalEntity,
  errors: ["not_found", "conflict"],
});

export const putLegalRules = contract({
  ...base,
  id: "legal_entities.put_legal_rules",
  method: "PUT",
  path: "/api/v1/legal-entities/{id}/legal-rules",
  input: z.strictObject({ id, profile: legalProfileCode, rules: legalRules }),
  output: legalEntity,
  errors: ["not_found", "version_conflict"],
});
