import { legalProfiles } from "@/lib/values/legal-profiles";
import { newCompany, newEntity, newRate } from "@/tests/support/billing/settings";
import type { Specimens } from "@/tests/support/contracts/specimens";

const rate = { name: "VAT", kind: "vat", rate_ppm: 190_000, from_on: "2021-01-01" } as const;
const entity = async (gym: Parameters<typeof newEntity>[0]) => ({ id: (await newEntity(gym)).id });
const company = async (gym: Parameters<typeof newEntity>[0]) => ({ id: (await newCompany(gym)).id });

export const specimens: Specimens = {
  inputs: {
    "companies.list": () => ({}),
    "companies.get": company,
    "companies.create": () => ({ name: `Brightwater ${crypto.randomUUID()}` }),
    "companies.update": async (gym) => ({ ...(await company(gym)), email: "ap@example.com" }),
    "companies.archive": company,
    "legal_entities.list": () => ({}),
    "legal_entities.get": entity,
    "legal_entities.create": () => ({ legal_name: "South Ltd", country: "GB" }),
    "legal_entities.update": async (gym) => ({ ...(await entity(gym)), due_days: 14 }),
    "legal_entities.archive": entity,
    "legal_entities.put_legal_rules": async (gym) => {
      const { overriding_reasons, ...rules } = legalProfiles.uk.rules;
      return {
        ...(await entity(gym)),
        profile: "uk",
        rules: { ...rules, overriding_reasons: [...overriding_reasons] },
      };
    },
    "legal_entities.put_locations": async (gym) => ({ ...(await entity(gym)), location_ids: [gym.location_id] }),
    "legal_entities.confirm_taxes": async (gym) => ({ ...(await entity(gym)), rates: [rate] }),
    "tax_rates.list": entity,
    "tax_rates.create": async (gym) => ({ ...(await entity(gym)), ...rate }),
    "tax_rates.update": async (gym) => {
      const { id, legal_entity_id } = await newRate(gym);
      return { id: legal_entity_id, rate_id: id, to_on: "2026-12-31" };
    },
  },
};
