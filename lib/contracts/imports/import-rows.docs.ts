import { documented } from "@/lib/contracts/documented";
import * as importRows from "./import-rows";
import { exampleImportId } from "./imports.docs";

export const importRowsDocs = documented(importRows, {
  listImportRows: {
    summary: "List the rows of an import with their problems",
    example: {
      input: { id: exampleImportId, status: ["refused"] },
      output: {
        data: [
          {
            row_number: 2,
            status: "refused",
            raw: ["Ada", "Okafor", "ada@", "Gold"],
            problems: [
              { field: "email", code: "invalid", message: "ada@ is not an e-mail address.", severity: "error" },
            ],
            forecast: null,
            member_id: null,
          },
        ],
        next_cursor: null,
      },
    },
  },

  readImport: {
    summary: "Retrieve how the file is read with the current column mapping, and which options are missing",
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
        country: { code: "US", calling_code: "1" },
        plans: [
          {
            ...{ name: "Gold", rows: 38, plan_id: null, suggestion: null },
            ...{ prices_minor: [5900], proposed_price_minor: 5900, same_as: null },
          },
        ],
        currency: "USD",
        open_questions: [{ question: "plan", plan: "Gold", message: "Say which plan “Gold” is." }],
      },
    },
  },
});
