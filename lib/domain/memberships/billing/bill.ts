import type { DraftLine } from "@/lib/domain/billing/documents";
import { taxLines } from "@/lib/domain/billing/documents";
import { explain, type Line } from "@/lib/domain/billing/engine";
import type { Seller } from "@/lib/domain/billing/entities";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { utcMidnight } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { type BilledMembership, draftsOf, labelOf, type PlanTax } from "./draft";

/** Lines with their tax, as a preview shows them. */
export type Bill = {
  lines: (Pick<DraftLine, "kind" | "due_on" | "from_on" | "to_on"> & {
    label: string;
    amount_minor: number;
    discount_minor: number;
    net_minor: number;
    tax_minor: number;
    total_minor: number;
    why: string;
  })[];
  net_minor: number;
  tax_minor: number;
  total_minor: number;
};

type Options = { membership: BilledMembership; tax: PlanTax; seller: Seller; organization: OrganizationCard };

/** C12: the lines as the documents of `draftsOf()` will have them, document by document. */
export function billOf(lines: readonly Line[], { membership, tax, seller, organization }: Options): Bill {
  const formatters = formattersOf(organization, membership.currency);
  // A company's place of supply is that of the location, so the buyer does not change the tax.
  const taxed = draftsOf(lines, membership, tax, "sale").flatMap((draft) =>
    taxLines(draft.lines, seller, { state_code: null }),
  );
  const ordered = lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const bill = taxed.map((line, index) => {
    const source = ordered[index] as Line;
    const { kind, due_on, from_on, to_on, list_minor, discount_minor, net_minor, tax_minor, total_minor } = line;
    return {
      ...{ kind, due_on, from_on, to_on, label: labelOf(source), amount_minor: list_minor - discount_minor },
      ...{ discount_minor, net_minor, tax_minor, total_minor, why: explain(source, formatters) },
    };
  });
  const sum = (name: "net_minor" | "tax_minor" | "total_minor") => bill.reduce((all, line) => all + line[name], 0);
  return { lines: bill, net_minor: sum("net_minor"), tax_minor: sum("tax_minor"), total_minor: sum("total_minor") };
}

/** Money and days in the language of the organization. */
export function formattersOf({ locale }: OrganizationCard, currency: string) {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return {
    money: (minor: number) => formatMoney(minor, currency, locale),
    day: (day: string) => format.format(utcMidnight(day)),
    days: (from_on: string, to_on: string) => format.formatRange(utcMidnight(from_on), utcMidnight(to_on)),
  };
}
