import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { importFields } from "@/lib/values/import-fields";
import { importStatus } from "@/lib/values/statuses";

export const importDateFormats = ["iso", "dmy", "mdy"] as const;
export const importDuplicateChoices = ["ask", "skip", "household", "same_person"] as const;

/** The fields of a column; lib/domain/imports/parse recognises them by the header. */
export const importMapping = z.record(
  z.string().regex(/^\d{1,3}$/, "Name a column by its position from 0"),
  z.enum(importFields),
);

export const importOptions = z.strictObject({
  /** null asks the person where the file leaves it open (X5). */
  date_format: z.enum(importDateFormats).nullable(),
  /** What a second row, or a member here, with the same e-mail means (X8). */
  duplicates: z.enum(importDuplicateChoices),
  location_id: id,
  /** Country calling code for phones written without one, such as 49. */
  calling_code: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "Give the country's calling code, such as 49")
    .nullable(),
  /** The file's plan names and what they mean here: a plan's id, or "create". */
  plans: z.record(z.string().max(200), z.union([id, z.literal("create")])),
});

/** P10: sends no messages unless requested when the run starts. */
const keptOptions = importOptions.extend({ send_welcome: z.boolean() });

const planFinding = z.object({
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
  /** Each kind of problem with how many rows have it, the first of them, and what is said to one of them. */
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
  /** To compare with the old system (X1): what falls due in the next 30 days, and the monthly recurring revenue. */
  due_in_30_days_minor: z.int(),
  monthly_recurring_minor: z.int(),
  currency: z.string(),
});

export const importJob = z.object({
  id,
  file_name: z.string(),
  status: importStatus,
  headers: z.array(z.string()),
  /** Our field by the column's position from 0; columns that are left out are not imported. */
  mapping: importMapping,
  options: keptOptions,
  date_format_evidence: z.enum([...importDateFormats, "ambiguous", "mixed", "none"]),
  /** The first rows; left out of lists and while the import moves. */
  sample: z.array(z.array(z.string())),
  total_rows: z.int(),
  /** Rows that the check or the run at hand has been through. */
  processed_rows: z.int(),
  /** Of the last check. A run needs `status` to be "checked": other plan choices ask for another check. */
  summary: importSummary.nullable(),
  failure: z.string().nullable(),
  /** Names of the plans that it created and that are there now; left out of lists and while the import moves. */
  created_plans: z.array(z.string()),
  created_at: instantOut,
  finished_at: instantOut.nullable(),
  version,
});

export const exampleImportId = "0197f0a0-0000-7000-8000-000000000010";
const locationId = "0197f0a0-0000-7000-8000-000000000001";

const example: z.output<typeof importJob> = {
  id: exampleImportId,
  file_name: "members.csv",
  status: "uploaded",
  headers: ["First name", "Last name", "Email", "Membership"],
  mapping: { "0": "first_name", "1": "last_name", "2": "email", "3": "plan" },
  options: {
    date_format: "iso",
    duplicates: "ask",
    location_id: locationId,
    calling_code: null,
    plans: {},
    send_welcome: false,
  },
  date_format_evidence: "iso",
  sample: [["Ada", "Okafor", "ada@example.com", "Gold"]],
  total_rows: 1,
  processed_rows: 0,
  summary: null,
  failure: null,
  created_plans: [],
  created_at: "2026-03-05T06:42:00.000Z",
  finished_at: null,
  version: 1,
};

const shared = { access: "members.import", tag: "Imports", output: importJob } as const;

export const uploadImport = contract({
  ...shared,
  id: "imports.upload",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports",
  summary: "Upload a CSV file of members",
  description: "Send the file as the body. Columns are recognised by their names; nothing is created yet.",
  input: z.strictObject({ file_name: text(200).default("members.csv"), location_id: id.optional() }),
  status: 201,
  upload: {
    content_types: ["text/csv", "application/vnd.ms-excel", "application/octet-stream"],
    max_bytes: 25 * 1024 * 1024,
  },
  errors: ["location_required"],
  example: { input: { file_name: "members.csv" }, output: example },
});

export const listImports = contract({
  ...shared,
  id: "imports.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/imports",
  summary: "List imports, newest first",
  input: z.strictObject(page),
  output: pageOf(importJob),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const getImport = contract({
  ...shared,
  id: "imports.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/imports/{id}",
  summary: "Read an import and how far it is",
  input: z.strictObject({ id }),
  errors: ["not_found"],
  example: { input: { id: exampleImportId }, output: example },
});

export const updateImport = contract({
  ...shared,
  id: "imports.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/imports/{id}",
  summary: "Correct the columns and answer the open questions",
  input: z
    .strictObject({ id, mapping: importMapping, options: importOptions.partial() })
    .partial({ mapping: true, options: true }),
  errors: ["not_found", "import_not_ready", "version_conflict"],
  example: { input: { id: exampleImportId, options: { date_format: "dmy" } }, output: example },
});

export const checkImport = contract({
  ...shared,
  id: "imports.check",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/checks",
  summary: "Dry run: judge every row and forecast what would be created",
  input: z.strictObject({ id }),
  status: 202,
  errors: ["not_found", "import_not_ready"],
  example: { input: { id: exampleImportId }, output: { ...example, status: "checking" } },
});

export const runImport = contract({
  ...shared,
  id: "imports.run",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/runs",
  summary: "Create the members and memberships of every row that is ready",
  description:
    "Nobody is written to, unless send_welcome is true: then whoever has a membership that runs or is to come gets the welcome message once they are created. A run that goes on after a failure keeps what its start said.",
  input: z.strictObject({ id, send_welcome: z.boolean().default(false) }),
  status: 202,
  errors: ["not_found", "import_not_ready"],
  example: { input: { id: exampleImportId }, output: { ...example, status: "running" } },
});

export const advanceImport = contract({
  ...shared,
  id: "imports.advance",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/imports/{id}/batches",
  summary: "Carry a check or a run on by one batch of rows",
  description: "The server does this by itself after a check or a run was started. A client may do it after a crash.",
  input: z.strictObject({ id }),
  errors: ["not_found", "import_not_ready"],
  example: { input: { id: exampleImportId }, output: { ...example, status: "checking" } },
});

export const undoImport = contract({
  ...shared,
  id: "imports.undo",
  scope: "location",
  takes_long: true,
  method: "DELETE",
  path: "/api/v1/imports/{id}/runs/current",
  summary: "Undo an import, until the first check-in or charge of one of its members",
  input: z.strictObject({ id }),
  errors: ["not_found", "import_not_ready", "in_use"],
  example: { input: { id: exampleImportId }, output: { ...example, status: "undone" } },
});

export const discardImport = contract({
  ...shared,
  id: "imports.discard",
  scope: "location",
  takes_long: true,
  method: "DELETE",
  path: "/api/v1/imports/{id}",
  summary: "Discard an uploaded file of which nothing was imported, or everything undone",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "import_not_ready"],
  example: { input: { id: exampleImportId }, output: null },
});
