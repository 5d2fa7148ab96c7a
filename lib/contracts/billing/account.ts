import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { creditSource } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { amount } from "./amounts";

const credit = z.object({
  id,
  source: creditSource,
  amount_minor: z.int(),
  remaining_minor: z.int(),
  currency: z.string(),
  granted_on: calendarDay,
  reason: z.string().nullable(),
  /** The last day on which it can be used; null: it does not expire. */
  expires_on: calendarDay.nullable(),
  payment_id: id.nullable(),
  credit_note_id: id.nullable(),
  created_at: instantOut,
});

export const getAccount = contract({
  id: "members.account",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/account",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: z.object({
    member_id: id,
    /** One for each currency. Positive: the member owes it. Negative: the gym owes it. */
    balances: z.array(
      z.object({ currency: z.string(), open_minor: z.int(), credit_minor: z.int(), balance_minor: z.int() }),
    ),
    /** The 200 that are due first. */
    open_invoices: z.array(
      z.object({
        id,
        number: z.string(),
        location_id: id,
        currency: z.string(),
        issued_on: calendarDay,
        due_on: calendarDay,
        total_minor: z.int(),
        open_minor: z.int(),
      }),
    ),
    /** K19: in the order in which they are used. */
    credits: z.array(credit),
  }),
  errors: ["not_found"],
});

export const statementKinds = [
  "invoice",
  "credit_note",
  "payment",
  "payment_reversal",
  "refund",
  "void",
  "write_off",
  "goodwill",
  "goodwill_lapse",
  "other",
] as const;

export type StatementKind = (typeof statementKinds)[number];

const statementInput = z.strictObject({
  id,
  from: calendarDay,
  to: calendarDay,
  currency: z.string().length(3).optional(),
});

const statement = z.object({
  from: calendarDay,
  to: calendarDay,
  currency: z.string(),
  opening_minor: z.int(),
  rows: z.array(
    z.object({
      booked_on: calendarDay,
      kind: z.enum(statementKinds),
      /** The document, payment or refund. */
      id: z.string(),
      number: z.string().nullable(),
      /** Positive: the payer owes more. */
      amount_minor: z.int(),
      balance_minor: z.int(),
    }),
  ),
  closing_minor: z.int(),
});

const pdf = z.custom<{ toResponse(headers: Record<string, string>): Response }>();
const download = { content_types: ["application/pdf"] };

export const getStatement = contract({
  id: "members.statement",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/statement",
  access: "invoices.read",
  tag: "Payments",
  input: statementInput,
  output: statement.extend({ member_id: id }),
  errors: ["invalid_input", "not_found"],
});

export const getStatementPdf = contract({
  id: "members.statement_pdf",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/statement/pdf",
  access: "invoices.read",
  tag: "Payments",
  input: statementInput,
  output: pdf,
  download,
  errors: ["invalid_input", "not_found", "conflict"],
});

/** Of all locations, so it is for staff of all of them (A12). */
export const getCompanyStatement = contract({
  id: "companies.statement",
  scope: "organization",
  method: "GET",
  path: "/api/v1/companies/{id}/statement",
  access: "invoices.read",
  tag: "Payments",
  input: statementInput,
  output: statement.extend({ company_id: id }),
  errors: ["invalid_input", "not_found"],
});

export const getCompanyStatementPdf = contract({
  id: "companies.statement_pdf",
  scope: "organization",
  method: "GET",
  path: "/api/v1/companies/{id}/statement/pdf",
  access: "invoices.read",
  tag: "Payments",
  input: statementInput,
  output: pdf,
  download,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const grantCredit = contract({
  id: "credits.grant",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/credits",
  access: "invoices.correct",
  tag: "Payments",
  input: z.strictObject({
    id,
    amount_minor: amount,
    reason: text(300),
    /** The last day on which it can be used. */
    expires_on: calendarDay.optional(),
    location_id: id.optional(),
  }),
  output: credit,
  status: 201,
  errors: ["invalid_input", "not_found"],
});
