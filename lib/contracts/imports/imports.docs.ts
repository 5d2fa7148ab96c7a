import type { z } from "zod";
import { documented } from "@/lib/contracts/documented";

import * as imports from "./imports";

export const exampleImportId = "0197f0a0-0000-7000-8000-000000000010";

const locationId = "0197f0a0-0000-7000-8000-000000000001";

const example: z.output<typeof imports.importJob> = {
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
    new_plans: {},
    send_welcome: false,
    send_invitations: false,
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

const exampleNewPlan = {
  ...{ kind: "recurring" as const, interval_unit: "month" as const, interval_count: 1 },
  ...{ price_minor: 5900, currency: "USD" as const, sessions_included: null, is_free: false },
};

export const importsDocs = documented(imports, {
  uploadImport: {
    summary: "Upload a CSV file of members",
    description:
      "Send the file as the request body. Columns are recognised by their names. No members are created yet.",
    example: { input: { file_name: "members.csv" }, output: example },
  },

  listImports: {
    summary: "List imports, newest first",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  getImport: {
    summary: "Retrieve an import with its progress",
    example: { input: { id: exampleImportId }, output: example },
  },

  updateImport: {
    summary: "Update the column mapping and the options of an import",
    description:
      "An option replaces its former value, so `plans` and `new_plans` contain every name. A plan that the run creates needs its kind, interval and price in `new_plans`; a price of 0 needs `is_free`. `calling_code` follows the country of the location until it is given. Every change requires a new check.",
    example: {
      input: {
        id: exampleImportId,
        options: { date_format: "dmy", plans: { Gold: "create" }, new_plans: { Gold: exampleNewPlan } },
      },
      output: {
        ...example,
        options: {
          ...example.options,
          date_format: "dmy",
          plans: { Gold: "create" },
          new_plans: { Gold: exampleNewPlan },
        },
      },
    },
  },

  checkImport: {
    summary: "Validate every row and preview the result (dry run)",
    example: { input: { id: exampleImportId }, output: { ...example, status: "checking" } },
  },

  runImport: {
    summary: "Create the members and memberships of all valid rows",
    description:
      "Refused while a question is open; the answer names each one. Bills nothing. What members owe becomes invoices, and what they have in credit becomes account credit. Sends no messages unless `send_welcome` is true. Then each created member with a current or future membership receives the welcome message. A run that continues after a failure uses the options of its start.",
    example: { input: { id: exampleImportId }, output: { ...example, status: "running" } },
  },

  advanceImport: {
    summary: "Process the next batch of rows of a check or a run",
    description:
      "The server does this automatically after a check or a run was started. A client can call it after a crash.",
    example: { input: { id: exampleImportId }, output: { ...example, status: "checking" } },
  },

  undoImport: {
    summary: "Undo an import before the first check-in or charge of one of its members",
    description:
      "Deletes what it created. Invoices of what members owed are voided, and their members are archived with their name only.",
    example: { input: { id: exampleImportId }, output: { ...example, status: "undone" } },
  },

  discardImport: {
    summary: "Delete an uploaded file that has no imported rows, or whose import was undone",
    example: { input: { id: exampleImportId }, output: null },
  },
});
