import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { importFields } from "@/lib/values/import-fields";
import { importRowStatus } from "@/lib/values/statuses";
import { exampleImportId } from "./imports";

const shared = { access: "members.import", tag: "Imports", method: "GET" } as const;

/** The kinds of rows behind the figures of the summary. */
export const importRowKinds = ["member", "membership", "due_in_30_days", "recurring", "with_warning"] as const;

export const importRow = z.object({
  row_number: z.int(),
  status: importRowStatus,
  raw: z.array(z.string()),
  problems: z.array(
    z.object({ field: z.string(), code: z.string(), message: z.string(), severity: z.enum(["error", "warning"]) }),
  ),
  /** What the row becomes, once it has been checked and found ready. */
  forecast: z
    .object({
      name: z.string(),
      plan_name: z.string().nullable(),
      membership_status: z.string().nullable(),
      price_minor: z.int(),
      next_bill_on: calendarDay.nullable(),
    })
    .nullable(),
  member_id: id.nullable(),
});

export const listImportRows = contract({
  ...shared,
  id: "imports.rows",
  scope: "location",
  path: "/api/v1/imports/{id}/rows",
  summary: "List the rows of an import with their problems",
  input: z
    .strictObject({
      status: listOf(importRowStatus),
      /** The code of a problem that the row has. */
      problem: text(80),
      kind: z.enum(importRowKinds),
    })
    .partial()
    .extend({ id, ...page }),
  output: pageOf(importRow),
  errors: ["not_found", "malformed_cursor"],
  example: {
    input: { id: exampleImportId, status: ["refused"] },
    output: {
      data: [
        {
          row_number: 2,
          status: "refused",
          raw: ["Ada", "Okafor", "ada@", "Gold"],
          problems: [{ field: "email", code: "invalid", message: "ada@ is not an e-mail address.", severity: "error" }],
          forecast: null,
          member_id: null,
        },
      ],
      next_cursor: null,
    },
  },
});

const found = z.object({ rows: z.int(), examples: z.array(z.string()) });

export const importReading = z.object({
  /** By position: what the header's words say, and the first values that differ. */
  columns: z.array(
    z.object({
      recognised_as: z.enum(importFields).nullable(),
      is_certain: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** Where the dates do not say which comes first; each example read both ways. */
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
  /** Rows whose home location is `options.location_id`, since they name none. */
  rows_without_location: z.int(),
});

export const readImport = contract({
  ...shared,
  id: "imports.read",
  scope: "location",
  path: "/api/v1/imports/{id}/reading",
  summary: "Read what the file says under the columns as they are set, and what it leaves open",
  input: z.strictObject({ id }),
  output: importReading,
  errors: ["not_found"],
  example: {
    input: { id: exampleImportId },
    output: {
      columns: [{ recognised_as: "birth_on", is_certain: true, samples: ["03/04/1990", "05/06/1991"] }],
      dates: {
        is_mixed: false,
        examples: [{ text: "03/04/1990", day_first: "1990-04-03", month_first: "1990-03-04" }],
      },
      duplicate_emails: { rows: 2, examples: ["ada@example.com"] },
      phones_without_country: null,
      rows_without_location: 412,
    },
  },
});
