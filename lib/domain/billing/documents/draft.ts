import type { InvoiceOrigin, LineKind } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { LineFacts } from "@/lib/values/invoice-snapshot";

/** J2: who pays: a member or a company. */
export type Payer =
  | { payer_member_id: string; payer_company_id: null }
  | { payer_member_id: null; payer_company_id: string };

/** A line before tax. `list_minor` less `discount_minor` includes the tax if the price does. */
export type DraftLine = {
  kind: LineKind;
  member_id: string | null;
  membership_id: string | null;
  description: string;
  /** C13: the business fact of a line of a membership. */
  line_key?: string | null;
  /** How many pieces `list_minor` is for; 1 where absent. */
  quantity?: number;
  due_on: CalendarDay;
  /** The days that it pays for, both included. */
  from_on: CalendarDay | null;
  to_on: CalendarDay | null;
  list_minor: number;
  discount_minor: number;
  tax_class: string;
  is_price_with_tax: boolean;
  facts: LineFacts | null;
};

/** What becomes an invoice, or a credit note if its lines sum to less than zero. */
export type Draft = Payer & {
  /** A stored draft that keeps its id. Its rows are deleted before. */
  id?: string;
  origin: InvoiceOrigin;
  location_id: string;
  currency: string;
  lines: readonly DraftLine[];
  note?: string;
  /** The due day that staff chose, or that another system gave; otherwise that of the legal entity. */
  due_on?: CalendarDay;
};

type Charged = Pick<DraftLine, "list_minor" | "discount_minor">;

/**
 * Whether a line charges or credits something. Where nothing is charged there is no supply for a consideration, so there is nothing to
 * invoice. Charges and credits that cancel each other are documented.
 */
export const chargesAnything = ({ lines }: { lines: readonly Charged[] }): boolean =>
  lines.some(({ list_minor, discount_minor }) => list_minor !== discount_minor);
