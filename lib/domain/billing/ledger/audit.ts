import { columnOf } from "@/lib/domain/audit-targets";

/** What the activity log says of legal entities, taxes, companies and the ledger. */
export const ledgerPhrases = {
  "companies.archive": "archived the company {}",
  "companies.create": "added the company {}",
  "companies.update": "changed the company {}",
  "ledger.export": "exported the ledger",
  "legal_entities.archive": "archived the legal entity {}",
  "legal_entities.confirm_taxes": "confirmed the taxes of {}",
  "legal_entities.create": "added the legal entity {}",
  "legal_entities.put_locations": "assigned the locations of {}",
  "legal_entities.put_legal_rules": "confirmed the rules for cancellations of {}",
  "legal_entities.update": "changed the legal entity {}",
  "tax_rates.create": "added a tax rate of {}",
  "tax_rates.update": "changed a tax rate of {}",
};

export const ledgerTargets = {
  company: {
    name: columnOf("companies", "name"),
    path: (id: string) => `/settings/billing/companies?edit=${id}`,
  },
  legal_entity: {
    name: columnOf("legal_entities", "legal_name"),
    path: (id: string) => `/settings/billing?entity=${id}`,
  },
};
