import type { Endpoint } from "@/lib/client/endpoint";
import type * as companies from "@/lib/contracts/billing/companies";
import type * as legalEntities from "@/lib/contracts/billing/legal-entities";
import type * as taxRates from "@/lib/contracts/billing/tax-rates";

export const createLegalEntity: Endpoint<typeof legalEntities.createLegalEntity> = {
  id: "legal_entities.create",
  method: "POST",
  path: "/api/v1/legal-entities",
};

export const updateLegalEntity: Endpoint<typeof legalEntities.updateLegalEntity> = {
  id: "legal_entities.update",
  method: "PATCH",
  path: "/api/v1/legal-entities/{id}",
};

export const archiveLegalEntity: Endpoint<typeof legalEntities.archiveLegalEntity> = {
  id: "legal_entities.archive",
  method: "DELETE",
  path: "/api/v1/legal-entities/{id}",
};

export const putEntityLocations: Endpoint<typeof legalEntities.putEntityLocations> = {
  id: "legal_entities.put_locations",
  method: "PUT",
  path: "/api/v1/legal-entities/{id}/locations",
};

export const createTaxRate: Endpoint<typeof taxRates.createTaxRate> = {
  id: "tax_rates.create",
  method: "POST",
  path: "/api/v1/legal-entities/{id}/tax-rates",
};

export const updateTaxRate: Endpoint<typeof taxRates.updateTaxRate> = {
  id: "tax_rates.update",
  method: "PATCH",
  path: "/api/v1/legal-entities/{id}/tax-rates/{rate_id}",
};

export const confirmTaxes: Endpoint<typeof taxRates.confirmTaxes> = {
  id: "legal_entities.confirm_taxes",
  method: "POST",
  path: "/api/v1/legal-entities/{id}/tax-confirmations",
};

export const listCompanies: Endpoint<typeof companies.listCompanies> = {
  id: "companies.list",
  method: "GET",
  path: "/api/v1/companies",
};

export const createCompany: Endpoint<typeof companies.createCompany> = {
  id: "companies.create",
  method: "POST",
  path: "/api/v1/companies",
};

export const updateCompany: Endpoint<typeof companies.updateCompany> = {
  id: "companies.update",
  method: "PATCH",
  path: "/api/v1/companies/{id}",
};

export const archiveCompany: Endpoint<typeof companies.archiveCompany> = {
  id: "companies.archive",
  method: "DELETE",
  path: "/api/v1/companies/{id}",
};

export const putLegalRules: Endpoint<typeof legalEntities.putLegalRules> = {
  id: "legal_entities.put_legal_rules",
  method: "PUT",
  path: "/api/v1/legal-entities/{id}/legal-rules",
};
