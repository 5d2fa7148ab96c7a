import type { CalendarDay } from "@/lib/values/calendar-day";
import type { TextKey } from "./texts";

type BookedKey = Extract<TextKey, `booked_${string}`>;

/**
 * A document as it was issued, as plain JSON. Only the logo is bytes: the caller reads them from the storage.
 * The PDF is made from this alone, so the same document gives the same bytes (L13).
 */
export type InvoiceDocument = DocumentTerms & {
  kind: "invoice" | "credit_note";
  /** Null while it is a draft. */
  number: string | null;
  issued_on: CalendarDay;
  due_on: CalendarDay | null;
  supply_period: { from: CalendarDay; to: CalendarDay } | null;
  /** India: "Karnataka (29)". */
  place_of_supply: string | null;
  /** The invoice that a credit note corrects. */
  corrects: { number: string; issued_on: CalendarDay } | null;
  lines: DocumentLine[];
  /** The amounts of the lines contain the tax. */
  prices_include_tax: boolean;
  /** Without tax, before the discount. */
  subtotal_minor: number;
  /** Of the whole document, positive. A discount of a line stands in the line. */
  discount_minor: number;
  taxes: TaxRow[];
  total_minor: number;
  amount_in_words: string | null;
  /** The account credit that paid it; of a credit note, what it took off the invoice that it corrects. */
  credit_applied_minor: number;
  paid_minor: number;
  /** What is left to pay; of a credit note, what is left as credit. */
  balance_minor: number;
  /** Of a credit note, the refunds. */
  payments: DocumentPayment[];
};

export type ReceiptDocument = DocumentTerms & {
  kind: "payment" | "refund";
  number: string;
  /** The instant at which the money was received or given back. */
  received_at: string;
  method: string;
  amount_minor: number;
  /** The invoices that the payment settled, in whole or in part. */
  settled: { number: string; issued_on: CalendarDay | null; amount_minor: number }[];
};

/** What changed the balance of a payer between two days. A positive balance is owed by the payer. */
export type StatementDocument = DocumentTerms & {
  from: CalendarDay;
  to: CalendarDay;
  opening_minor: number;
  closing_minor: number;
  rows: { day: CalendarDay; what: BookedKey; number: string | null; amount_minor: number; balance_minor: number }[];
};

/** What a business shows a bank about a disputed payment, in English. */
export type EvidenceDocument = Omit<DocumentTerms, "mark" | "references" | "notes"> & {
  title: string;
  created_at: string;
  facts: LabelledText[];
  /** The words of the staff. */
  summary: string;
  sections: EvidenceSection[];
};

export type EvidenceSection = {
  title: string;
  note: string | null;
  columns: { label: string; share: number; is_amount?: true }[];
  rows: string[][];
  /** Stands where there are no rows. */
  empty: string;
};

type DocumentTerms = {
  mark: "void" | "draft" | null;
  seller: Seller;
  buyer: Buyer;
  /** Further facts with their labels, as the member's code or an order number. */
  references: LabelledText[];
  notes: string | null;
  currency: string;
  locale: string;
  time_zone: string;
};

export type Seller = {
  /** The name on the door; the legal name stands below it where it differs. */
  name: string;
  legal_name: string;
  /** ISO 3166-1 alpha-2; decides whether the title is "Tax invoice". */
  country: string;
  address_lines: string[];
  tax_ids: LabelledText[];
  contact_lines: string[];
  bank_details: LabelledText[];
  footer: string | null;
  logo_png: Uint8Array | null;
  /** #rrggbb */
  brand_color: string;
};

export type Buyer = { name: string; address_lines: string[]; tax_id: LabelledText | null };

export type DocumentLine = {
  description: string;
  /** A second line, as the days that the line is for. */
  detail: string | null;
  /** The covered member on the bill of a company. */
  member: string | null;
  /** India: the SAC or HSN code. */
  code: string | null;
  /** A number, or words as "15 of 30 days". */
  quantity: number | string;
  unit_price_minor: number | null;
  /** Positive; 0 without discount. */
  discount_minor: number;
  tax_label: string | null;
  amount_minor: number;
};

/** `label` names the tax and its rate, as "CGST 9 %". */
type TaxRow = { label: string; base_minor: number; tax_minor: number };

type DocumentPayment = { day: CalendarDay; method: string; amount_minor: number };

export type LabelledText = { label: string; value: string };
