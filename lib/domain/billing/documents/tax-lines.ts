import type { Seller } from "@/lib/domain/billing/entities";
import type { LineTax } from "@/lib/values/invoice-snapshot";
import { gstRates, placeOfSupply } from "@/lib/values/tax/gst-split";
import { taxOf } from "@/lib/values/tax/tax-of";
import { ratesOn, type TaxRate } from "@/lib/values/tax/tax-rate";
import type { DraftLine } from "./draft";

export type TaxedDraftLine = DraftLine & {
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  taxes: LineTax[];
};

type Buyer = { state_code: string | null };

/** A class without a rate on that day is not taxed. It is named by no document. */
const untaxed = (tax_class: string): TaxRate => ({
  ...{ tax_class, name: "", kind: "none", rate_ppm: 0 },
  ...{ from_on: "0001-01-01", to_on: null },
});

/** L8 to L11: net, tax and total of each line. Lines priced with tax and without are computed apart. */
export function taxLines(lines: readonly DraftLine[], { entity, rates }: Seller, buyer: Buyer): TaxedDraftLine[] {
  const own = ratesOf(entity, rates, buyer);
  const taxed = new Map<DraftLine, TaxedDraftLine>();
  for (const inclusive of [true, false]) {
    const group = lines.filter(({ is_price_with_tax }) => is_price_with_tax === inclusive);
    const parts = group.map(({ list_minor, discount_minor, tax_class, from_on, due_on }) => ({
      amount_minor: list_minor - discount_minor,
      tax_class,
      supply_on: from_on ?? due_on,
    }));
    const missing = parts.filter(({ tax_class, supply_on }) => ratesOn(own, tax_class, supply_on).length === 0);
    const known = missing.length === 0 ? own : [...own, ...missingRates(missing)];
    const { lines: results } = taxOf(parts, { inclusive, rates: known });
    for (const [index, line] of group.entries()) {
      const result = results[index];
      if (!result) throw new Error("A line has no tax");
      const { net_minor, tax_minor, gross_minor: total_minor } = result;
      const taxes = result.taxes.filter(({ name }) => name !== "");
      taxed.set(line, { ...line, net_minor, tax_minor, total_minor, taxes });
    }
  }
  return lines.map((line) => taxed.get(line) as TaxedDraftLine);
}

/** One rate for each day without any, so that it never overlaps with a dated one. */
const missingRates = (missing: readonly { tax_class: string; supply_on: string }[]): TaxRate[] =>
  [...new Map(missing.map((one) => [`${one.tax_class} ${one.supply_on}`, one])).values()].map((one) => ({
    ...untaxed(one.tax_class),
    from_on: one.supply_on,
    to_on: one.supply_on,
  }));

/** L8: GST is split by the place of supply. Fitness is supplied where it is used. */
function ratesOf({ country, state_code }: Seller["entity"], rates: TaxRate[], buyer: Buyer): TaxRate[] {
  if (country !== "IN" || !state_code) return rates;
  const place_of_supply = placeOfSupply("on_site", { location_state: state_code, buyer_state: buyer.state_code });
  return gstRates(rates, { seller_state: state_code, place_of_supply });
}
