import type { DocumentKind } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Payer } from "./draft";
import type { Numbered } from "./numbers";
import type { TaxedDraftLine } from "./tax-lines";

/** A line as it was stored. */
export type IssuedLine = TaxedDraftLine & {
  id: string;
  /** L12: named where a company pays. */
  member_name: string | null;
  corrects_line_id: string | null;
};

/** A document that was issued. Amounts are in minor units. */
export type Issued = Numbered &
  Payer & {
    id: string;
    kind: DocumentKind;
    legal_entity_id: string;
    location_id: string;
    currency: string;
    issued_on: CalendarDay;
    due_on: CalendarDay;
    net_minor: number;
    tax_minor: number;
    total_minor: number;
    /** After account credit. */
    open_minor: number;
    lines: IssuedLine[];
  };
