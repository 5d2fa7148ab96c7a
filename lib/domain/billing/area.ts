import type { Area } from "@/lib/domain/area";
import { columnOf } from "@/lib/domain/audit-targets";

export const billing: Area = {
  name: "billing",
  schedules: {
    "revenue-recognition": () => import("./ledger").then(({ revenueRecognition }) => revenueRecognition),
  },
  audit: {
    phrases: {
      "companies.archive": "archived the company {}",
      "companies.create": "added the company {}",
      "companies.update": "changed the company {}",
      "ledger.export": "exported the ledger",
      "legal_entities.archive": "archived the legal entity {}",
      "legal_entities.confirm_taxes": "confirmed the taxes of {}",
      "legal_entities.create": "added the legal entity {}",
      "legal_entities.put_locations": "assigned the locations of {}",
      "legal_entities.update": "changed the legal entity {}",
      "tax_rates.create": "added a tax rate of {}",
      "tax_rates.update": "changed a tax rate of {}",
    },
    filters: { companies: "Companies", ledger: "Ledger", legal_entities: "Legal entities", tax_rates: "Tax rates" },
    targets: {
      company: { name: columnOf("companies", "name"), path: (id) => `/settings/billing/companies?edit=${id}` },
      legal_entity: { name: columnOf("legal_entities", "legal_name"), path: (id) => `/settings/billing?entity=${id}` },
    },
  },
  navigation: [
    { label: "Ledger", path: "/ledger", icon: "ledger", group: "Money", permission: "ledger.read", position: 48 },
  ],
};
