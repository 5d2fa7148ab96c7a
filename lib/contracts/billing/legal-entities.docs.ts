import { documented } from "@/lib/contracts/documented";
import { legalProfiles } from "@/lib/values/legal-profiles";
import * as legalEntities from "./legal-entities";

const example = {
  id: "0197f0a0-0000-7000-8000-00000000e001",
  legal_name: "Northside Fitness Ltd",
  address: "12 Smith Street, Leeds LS1 4AP",
  country: "GB",
  state_code: null,
  tax_ids: [{ label: "VAT number", value: "GB123456789" }],
  due_days: 7,
  financial_year_starts_in: 1,
  invoice_prefix: "INV",
  credit_note_prefix: "CN",
  number_digits: 5,
  numbers_by_year: false,
  bank_details: "IBAN GB33 BUKB 2020 1555 5555 55",
  invoice_footer: null,
  late_fee: {
    after_days: 14,
    tax_class: "standard",
    kind: "amount" as const,
    amount_minor: 500,
    from_on: "2026-03-05",
  },
  is_default: true,
  taxes_confirmed_at: "2026-03-05T06:42:00.000Z",
  legal_rules: null,
  archived_at: null,
  location_ids: ["0197f0a0-0000-7000-8000-000000000001"],
  version: 1,
};
const { id } = example;
const { rules } = legalProfiles.uk;
const ukRules = { ...rules, overriding_reasons: [...rules.overriding_reasons] };

export const legalEntitiesDocs = documented(legalEntities, {
  listLegalEntities: {
    summary: "List the legal entities that sell",
    example: { input: {}, output: { data: [example] } },
  },

  getLegalEntity: {
    summary: "Retrieve a legal entity",
    example: { input: { id }, output: example },
  },

  createLegalEntity: {
    summary: "Add a legal entity",
    description:
      "Prefixes, digits and years of its document numbers must be allowed in its country. Tax ids with the usual name of the country (VAT number, GSTIN, EIN) are checked for their format.",
    example: {
      input: { legal_name: "Southside Fitness Ltd", country: "GB" },
      output: { ...example, is_default: false },
    },
  },

  updateLegalEntity: {
    summary: "Change a legal entity",
    description:
      "Issued documents keep what they print. A setting with which a number would be given a second time is refused. `is_default` makes it the seller of the locations without one.",
    example: { input: { id, due_days: 14 }, output: { ...example, due_days: 14, version: 2 } },
  },

  archiveLegalEntity: {
    summary: "Archive a legal entity; its documents remain",
    example: {
      input: { id },
      output: { ...example, is_default: false, location_ids: [], archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },

  putEntityLocations: {
    summary: "Assign the locations of a legal entity",
    description: "A location that is left out sells in the name of the default legal entity.",
    example: { input: { id, location_ids: example.location_ids }, output: example },
  },

  putLegalRules: {
    summary: "Confirm the rules for the end of memberships",
    description:
      "The cooling-off period, the longest notice, who can cancel online, and the reasons that end a minimum term. A profile is a starting point, whose rules may be changed. Nothing of it applies before it is confirmed here. It is no legal advice.",
    example: {
      input: { id, profile: "uk", rules: ukRules },
      output: {
        ...example,
        legal_rules: { ...ukRules, profile: "uk" as const, confirmed_at: "2026-03-05T06:42:00.000Z" },
        version: 2,
      },
    },
  },
});
