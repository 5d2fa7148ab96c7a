import { documented } from "@/lib/contracts/documented";
import * as taxRates from "./tax-rates";

const legal_entity_id = "0197f0a0-0000-7000-8000-00000000e001";
const example = {
  id: "0197f0a0-0000-7000-8000-00000000a001",
  legal_entity_id,
  tax_class: "standard",
  name: "VAT",
  kind: "vat" as const,
  rate_ppm: 200_000,
  from_on: "2011-01-04",
  to_on: null,
  is_used: true,
};
const { name, kind, rate_ppm, from_on } = example;

export const taxRatesDocs = documented(taxRates, {
  listTaxRates: {
    summary: "List the tax rates of a legal entity",
    example: { input: { id: legal_entity_id }, output: { data: [example] } },
  },

  createTaxRate: {
    summary: "Add a tax rate",
    description:
      "It applies to supplies from its first day to its last. Two rates of one tax never apply on the same day.",
    example: { input: { id: legal_entity_id, name, kind, rate_ppm, from_on }, output: { ...example, is_used: false } },
  },

  updateTaxRate: {
    summary: "Change or end a tax rate",
    description:
      "A rate that documents were issued with can only be ended, on the last day that it was charged for or later.",
    example: {
      input: { id: legal_entity_id, rate_id: example.id, to_on: "2026-12-31" },
      output: { ...example, to_on: "2026-12-31" },
    },
  },

  confirmTaxes: {
    summary: "Confirm the taxes of a legal entity",
    description:
      "Adds the given rates and stores when the taxes were confirmed. Without rates, it confirms that documents carry no tax.",
    example: {
      input: { id: legal_entity_id, rates: [{ name, kind, rate_ppm, from_on }] },
      output: { taxes_confirmed_at: "2026-03-05T06:42:00.000Z", data: [{ ...example, is_used: false }] },
    },
  },
});
