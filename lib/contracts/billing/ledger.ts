import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, page, pageOf } from "@/lib/contracts/fields";
import { accounts } from "@/lib/values/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const base = { scope: "location", access: "ledger.read", tag: "Ledger", method: "GET" } as const;

export const ledgerFilters = {
  from: calendarDay.optional(),
  to: calendarDay.optional(),
  location_id: id.optional(),
  legal_entity_id: id.optional(),
};

const balance = {
  currency: z.string(),
  /** Debits are positive, credits negative. */
  opening_minor: z.int(),
  debit_minor: z.int(),
  credit_minor: z.int(),
  closing_minor: z.int(),
};

export const getTrialBalance = contract({
  ...base,
  id: "ledger.trial_balance",
  path: "/api/v1/ledger/trial-balance",
  input: z.strictObject(ledgerFilters),
  output: z.object({
    data: z.array(z.object({ account: z.enum(accounts), ...balance })),
    totals: z.array(z.object(balance)),
  }),
  errors: [],
});

const entry = z.object({
  id,
  booked_on: calendarDay,
  /** The business fact that was booked, such as `invoice:<id>`. */
  fact: z.string(),
  currency: z.string(),
  location_id: id,
  location_name: z.string(),
  legal_entity_id: id,
  lines: z.array(
    z.object({
      account: z.enum(accounts),
      amount_minor: z.int(),
      member_id: id.nullable(),
      company_id: id.nullable(),
      payer_name: z.string().nullable(),
      invoice_id: id.nullable(),
      invoice_number: z.string().nullable(),
    }),
  ),
});

export const listJournalEntries = contract({
  ...base,
  id: "ledger.list_entries",
  path: "/api/v1/ledger/entries",
  input: z.strictObject({
    ...ledgerFilters,
    account: z.enum(accounts).optional(),
    invoice_id: id.optional(),
    member_id: id.optional(),
    ...page,
  }),
  output: pageOf(entry),
  errors: ["malformed_cursor"],
});

export const exportLedger = contract({
  ...base,
  id: "ledger.export",
  path: "/api/v1/ledger/exports",
  input: z.strictObject({ format: z.enum(["csv", "datev", "tally"]).default("csv"), ...ledgerFilters }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/csv"] },
  errors: [],
});
