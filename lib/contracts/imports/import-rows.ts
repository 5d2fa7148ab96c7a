import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { importFields } from "@/lib/values/import-fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { importRowStatus } from "@/lib/values/schemas/statuses";
import { planFinding } from "./imports";

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

/** `plan`: what a plan name stands for. `new_plan`: the terms of a plan to create. `free_plan`: whether it is really free. */
export const importQuestions = ["name_column", "date_format", "plan", "new_plan", "free_plan"] as const;

const importQuestion = z.object({
  question: z.enum(importQuestions),
  /** The name in the file that the question is about. */
  plan: z.string().nullable(),
  message: z.string(),
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
  /** The country of the import's location, and its calling code: the first value of `options.calling_code`. */
  country: z.object({ code: z.string(), calling_code: z.string() }).nullable(),
  /** The plan names of the file, with the prices that their rows have. */
  plans: z.array(
    planFinding.extend({
      /** What the rows of the name cost, in the currency of the location; the most frequent price first. */
      prices_minor: z.array(z.int()),
      /** The price, if every row with a price has the same one. The owner confirms it. */
      proposed_price_minor: z.int().nullable(),
      /** Another name of the file that is the same plan; its terms apply. */
      same_as: z.string().nullable(),
    }),
  ),
  currency: z.string(),
  /** What has to be answered before the run (X16). */
  open_questions: z.array(importQuestion),
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
