import { asc, isNull } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";

/** For schedules, which then work inside each: every organization that is not suspended. */
export function listRunningOrganizations(): Promise<OrganizationCard[]> {
  return inIdentity(null, (db) =>
    db
      .select({
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        locale: organizations.locale,
        currency: organizations.currency,
        brand_color: organizations.brand_color,
        logo_file_id: organizations.logo_file_id,
      })
      .from(organizations)
      .where(isNull(organizations.suspended_at))
      .orderBy(asc(organizations.id)),
  );
}
