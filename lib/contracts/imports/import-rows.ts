import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { importFields } from "@/lib/values/import-fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { importRowStatus } from "@/lib/values/schemas/statuses";

const shared = { access: "members.import", tag: "Imports", method: "GET" } as const;

/** Row filters that correspond to the figures of the summary. */
export const importRowKinds = [
  "member",
  "membership",
  "due_in_30_days",
  "recurring",
  "owes",
  "has_credit",
  "with_warning",
] as const;

const importRow = z.object({
  row_number: z.int(),
  status: importRowStatus,
  raw: z.array(z.string()),
  problems: z.array(
    z.object({ field: z.string(), code: z.string(), message: z.string(), severity: z.enum(["error", "warning"]) }),
  ),
  /** What a run would create from the row; null until a check finds it valid. */
  forecast: z
    .object({
      name: z.string(),
      plan_name: z.string().nullable(),
      membership_status: z.string().nullable(),
      price_minor: z.int(),
      next_bill_on: calendarDay.nullable(),
      /** What the member owes; below zero: account credit. */
      balance_minor: z.int(),
    })
    .nullable(),
  member_id: id.nullable(),
});

export const listImportRows = contract({
  ...shared,
  id: "imports.rows",
  scope: "location",
  path: "/api/v1/imports/{id}/rows",
  input: z
    .strictObject({
      status: listOf(importRowStatus),
      /** Only rows with this problem code. */
      problem: text(80),
      kind: z.enum(importRowKinds),
    })
    .partial()
    .extend({ id, ...page }),
  output: pageOf(importRow),
  errors: ["not_found", "malformed_cursor"],
});

const found = z.object({ rows: z.int(), examples: z.array(z.string()) });

const importReading = z.object({
  /** By column position: the field suggested by the header, and the first distinct values. */
  columns: z.array(
    z.object({
      recognised_as: z.enum(importFields).nullable(),
      is_certain: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** Set if the order of day and month is ambiguous. Each example is shown in both readings. */
  dates: z
    .object({
      is_mixed: z.boolean(),
      examples: z.array(
        z.object({ text: z.string(), day_first: calendarDay.nullable(), month_first: calendarDay.nullable() }),
      ),
    })
    .nullable(),
  duplicate_emails: found.nullable(),
  phones_without_country: found.nullable(),
  /** Rows without a location; `options.location_id` becomes their home location. */
  rows_without_location: z.int(),
});

export const readImport = contract({
  ...shared,
  id: "imports.read",
  scope: "location",
  path: "/api/v1/imports/{id}/reading",
  input: z.strictObject({ id }),
  output: importReading,
  errors: ["not_found"],
});
