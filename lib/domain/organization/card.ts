import { asc, eq, isNull, type SQL } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";

export const cardColumns = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  locale: organizations.locale,
  currency: organizations.currency,
  brand_color: organizations.brand_color,
  logo_file_id: organizations.logo_file_id,
  policies: organizations.policies,
};

const cardsWhere = (condition: SQL | undefined): Promise<OrganizationCard[]> =>
  inIdentity(null, (db) => db.select(cardColumns).from(organizations).where(condition).orderBy(asc(organizations.id)));

/** All organizations that are not suspended, for jobs that run inside each. */
export const listActiveOrganizations = (): Promise<OrganizationCard[]> =>
  cardsWhere(isNull(organizations.suspended_at));

/** For calls that identify their organization themselves, such as a link in a mail. Includes suspended organizations. */
export async function findOrganizationCard(name: { id: string } | { slug: string }): Promise<OrganizationCard | null> {
  const [card] = await cardsWhere("id" in name ? eq(organizations.id, name.id) : eq(organizations.slug, name.slug));
  return card ?? null;
}
