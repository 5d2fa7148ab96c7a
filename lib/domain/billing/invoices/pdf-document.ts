import { localeOf, printedBuyer, printedSeller } from "@/lib/domain/billing/printed-parties";
import type { InvoiceDocument } from "@/lib/providers/pdf";
import { utcMidnight } from "@/lib/values/calendar-day";
import type { Buyer, LineTax, Seller } from "@/lib/values/invoice-snapshot";
import { gstStateName } from "@/lib/values/tax/gst-states";
import type { StoredInvoice } from "./find";
import { taxesOf } from "./get";

/** What is printed, from the columns that never change (L6, L13). What was paid after the issue is not a part of it. */
export function printedInvoice(invoice: StoredInvoice, seller: Seller, buyer: Buyer): InvoiceDocument {
  const { kind, number, issued_on, due_on, corrects, net_minor, total_minor, currency, note, lines } = invoice;
  const locale = localeOf(seller, buyer);
  const prices_include_tax = lines.every(({ is_price_with_tax }) => is_price_with_tax);
  const credit = kind === "credit_note" ? invoice.taken_off_minor : creditAtIssue(invoice);
  return {
    kind,
    number,
    mark: invoice.voided_at ? "void" : null,
    issued_on: issued_on ?? invoice.today,
    due_on: kind === "invoice" ? due_on : null,
    supply_period: periodOf(lines),
    place_of_supply: placeOf(seller),
    corrects: corrects && { number: corrects.number, issued_on: corrects.issued_on },
    ...{
      seller: printedSeller(seller, locale),
      buyer: printedBuyer(buyer, seller, locale),
      references: [],
      notes: note,
    },
    lines: lines.map((line) => printedLine(line, { locale, prices_include_tax })),
    prices_include_tax,
    ...{ subtotal_minor: net_minor, discount_minor: 0, total_minor, amount_in_words: null },
    taxes: taxesOf(invoice).map((tax) => ({
      label: taxLabel(tax, locale),
      base_minor: tax.base_minor,
      tax_minor: tax.amount_minor,
    })),
    ...{ credit_applied_minor: credit, paid_minor: 0, balance_minor: total_minor - credit, payments: [] },
    ...{ currency, locale, time_zone: seller.time_zone },
  };
}

type Line = StoredInvoice["lines"][number];
type Terms = { locale: string; prices_include_tax: boolean };

function printedLine(line: Line, { locale, prices_include_tax }: Terms): InvoiceDocument["lines"][number] {
  const { list_minor, quantity, from_on, to_on, taxes } = line;
  const rates = [...new Set(taxes.map(({ rate_ppm }) => percent(rate_ppm, locale)))];
  const is_even = list_minor % quantity === 0 && line.is_price_with_tax === prices_include_tax;
  return {
    description: line.description,
    detail: from_on && to_on ? dayRange(from_on, to_on, locale) : null,
    member: line.member_name,
    code: null,
    quantity,
    unit_price_minor: is_even ? list_minor / quantity : null,
    discount_minor: line.discount_minor,
    tax_label: rates.length > 0 ? rates.join(" + ") : null,
    amount_minor: prices_include_tax ? line.total_minor : line.net_minor,
  };
}

const dayRange = (from: string, to: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).formatRange(
    utcMidnight(from),
    utcMidnight(to),
  );

const percent = (rate_ppm: number, locale: string): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(rate_ppm / 10_000)} %`;

const taxLabel = ({ name, rate_ppm }: LineTax, locale: string): string => `${name} ${percent(rate_ppm, locale)}`;

function periodOf(lines: readonly Line[]): InvoiceDocument["supply_period"] {
  const from = lines.flatMap(({ from_on }) => from_on ?? []).toSorted();
  const to = lines.flatMap(({ to_on }) => to_on ?? []).toSorted();
  const [first, last] = [from[0], to.at(-1)];
  return first && last ? { from: first, to: last } : null;
}

function placeOf({ country, state_code }: Seller): string | null {
  const name = country === "IN" && state_code ? gstStateName(state_code) : null;
  return name && `${name} (${state_code})`;
}

/** The account credit that paid it in the transaction of the issue. */
const creditAtIssue = ({ settlements, finalized_at }: StoredInvoice): number =>
  settlements
    .filter(({ kind, created_at }) => kind === "credit" && created_at === finalized_at)
    .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
