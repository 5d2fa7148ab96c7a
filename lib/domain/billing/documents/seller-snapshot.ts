import type { Seller as SellerFacts } from "@/lib/domain/billing/entities";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Seller } from "@/lib/values/invoice-snapshot";

/** L6: what a document prints of its seller. */
export const sellerSnapshot = ({ entity, location }: SellerFacts, organization: OrganizationCard): Seller => ({
  legal_name: entity.legal_name,
  trading_name: organization.name,
  address: entity.address,
  country: entity.country,
  state_code: entity.state_code,
  tax_ids: entity.tax_ids,
  bank_details: entity.bank_details,
  footer: entity.invoice_footer,
  location_name: location.name,
  locale: organization.locale,
  time_zone: location.time_zone,
  brand_color: organization.brand_color,
});
