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

/** For schedules, which then work inside each: every organization that is not suspended. */
export const listRunningOrganizations = (): Promise<OrganizationCard[]> =>
  cardsWhere(isNull(organizations.suspended_at));

/** For a call that names its gym itself, such as a link in a mail; suspended ones are found. */
export async function findOrganizationCard(name: { id: string } | { slug: string }): Promise<OrganizationCard | null> {
  const [card] = await cardsWhere("id" in name ? eq(organizations.id, name.id) : eq(organizations.slug, name.slug));
  return card ?? null;
}
