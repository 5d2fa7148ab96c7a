import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { importFields } from "@/lib/values/import-fields";
import { currencyCode } from "@/lib/values/schemas/currency";
import { minorUnits } from "@/lib/values/schemas/money";
import { importStatus, intervalUnit, planKind } from "@/lib/values/schemas/statuses";

const importDateFormats = ["iso", "dmy", "mdy"] as const;
const importDuplicateChoices = ["ask", "skip", "household", "same_person"] as const;

/** The fields that a column can map to. lib/domain/imports/parse recognises them by the header. */
const importMapping = z.record(
  z.string().regex(/^\d{1,3}$/, "Name a column by its position from 0"),
  z.enum(importFields),
);

/** X16: what the owner says about a plan that the run creates. A price of 0 needs `is_free`. */
const newPlan = z.strictObject({
  kind: planKind,
  interval_unit: intervalUnit,
  interval_count: z.int().min(1, "Enter 1 or more").max(120, "Enter at most 120"),
  price_minor: minorUnits.min(0, "An amount is 0 or more").max(100_000_000_000, "This amount is too large"),
  /** The currency of the import's location, which is also the default. */
  currency: currencyCode.optional(),
  /** Required for a session pack. */
  sessions_included: z.int().min(1, "Enter 1 or more").max(1000, "Enter at most 1000").nullable().optional(),
  is_free: z.boolean().optional(),
});

const planName = z.string().max(200);

const importOptions = z.strictObject({
  /** null: the user is asked if the file is ambiguous (X5). */
  date_format: z.enum(importDateFormats).nullable(),
  /** How a second row, or an existing member, with the same e-mail is treated (X8). */
  duplicates: z.enum(importDuplicateChoices),
  location_id: id,
  /** Country calling code for phone numbers without one, such as 49. */
  calling_code: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "Give the country's calling code, such as 49")
    .nullable(),
  /** Maps each plan name of the file to a plan id, "create", or "leave_out": rows with this name are rejected. */
  plans: z.record(planName, z.union([id, z.enum(["create", "leave_out"])])),
  /** The terms of each name that is mapped to "create". Names that differ in case only are one plan. */
  new_plans: z.record(planName, newPlan),
});

/** P10: sends no messages unless requested when the run starts. */
const keptOptions = importOptions.extend({
  send_welcome: z.boolean(),
  /** J14: members are invited to their pages once the import has finished. */
  send_invitations: z.boolean().default(false),
});

export const planFinding = z.object({
  name: z.string(),
  rows: z.int(),
  plan_id: id.nullable(),
  suggestion: z.object({ plan_id: id, name: z.string() }).nullable(),
});

export const importSummary = z.object({
  ready: z.int(),
  refused: z.int(),
  skipped: z.int(),
  with_warnings: z.int(),
  created: z.int(),
  members: z.int(),
  memberships: z.int(),
  plans: z.array(planFinding),
  /** Each problem code with its number of rows, its first rows, and the message of one of them. */
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(["error", "warning"]),
      field: z.string(),
      message: z.string(),
      rows: z.int(),
      row_numbers: z.array(z.int()),
    }),
  ),
  /** For comparison with the old system (X1): bills of the next 30 days, and the monthly recurring revenue. */
  due_in_30_days_minor: z.int(),
  monthly_recurring_minor: z.int(),
  /** What members owe, and what they have in account credit, on the day of the import. */
  debts_minor: z.int(),
  credits_minor: z.int(),
  currency: z.string(),
});

export const importJob = z.object({
  id,
  file_name: z.string(),
  status: importStatus,
  headers: z.array(z.string()),
  /** Maps column positions, from 0, to fields. Columns without an entry are not imported. */
  mapping: importMapping,
  options: keptOptions,
  date_format_evidence: z.enum([...importDateFormats, "ambiguous", "mixed", "none"]),
  /** The first rows; omitted in lists and while the import is being processed. */
  sample: z.array(z.array(z.string())),
  total_rows: z.int(),
  /** Rows that the current check or run has processed. */
  processed_rows: z.int(),
  /** The result of the last check. A run requires the status "checked"; a changed option requires a new check. */
  summary: importSummary.nullable(),
  failure: z.string().nullable(),
  /** Names of plans that it created and that still exist; omitted in lists and while the import is being processed. */
  created_plans: z.array(z.string()),
  created_at: instantOut,
  finished_at: instantOut.nullable(),
  version,
});

const shared = { access: "members.import", tag: "Imports", output: importJob } as const;

export const uploadImport = contract({
  ...shared,
  id: "imports.upload",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports",
  input: z.strictObject({ file_name: text(200).default("members.csv"), location_id: id.optional() }),
  status: 201,
  upload: {
    content_types: ["text/csv", "application/vnd.ms-excel", "application/octet-stream"],
    max_bytes: 25 * 1024 * 1024,
  },
  errors: ["location_required"],
});

export const listImports = contract({
  ...shared,
  id: "imports.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/imports",
  input: z.strictObject(page),
  output: pageOf(importJob),
  errors: ["malformed_cursor"],
});

export const getImport = contract({
  ...shared,
  id: "imports.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/imports/{id}",
  input: z.strictObject({ id }),
  errors: ["not_found"],
});

export const updateImport = contract({
  ...shared,
  id: "imports.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/imports/{id}",
  input: z
    .strictObject({ id, mapping: importMapping, options: importOptions.partial() })
    .partial({ mapping: true, options: true }),
  errors: ["not_found", "import_not_ready", "version_conflict"],
});

export const checkImport = contract({
  ...shared,
  id: "imports.check",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/checks",
  input: z.strictObject({ id }),
  status: 202,
  errors: ["not_found", "import_not_ready"],
});

export const runImport = contract({
  ...shared,
  id: "imports.run",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/runs",
  input: z.strictObject({
    id,
    send_welcome: z.boolean().default(false),
    send_invitations: z.boolean().default(false),
  }),
  status: 202,
  errors: ["not_found", "import_not_ready"],
});

export const advanceImport = contract({
  ...shared,
  id: "imports.advance",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/batches",
  input: z.strictObject({ id }),
  errors: ["not_found", "import_not_ready"],
});

export const undoImport = contract({
  ...shared,
  id: "imports.undo",
  scope: "location",
  takes_long: true,
  method: "DELETE",
  path: "/api/v1/imports/{id}/runs/current",
  input: z.strictObject({ id }),
  errors: ["not_found", "import_not_ready", "in_use"],
});

export const discardImport = contract({
  ...shared,
  id: "imports.discard",
  scope: "location",
  takes_long: true,
  method: "DELETE",
  path: "/api/v1/imports/{id}",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "import_not_ready"],
});
