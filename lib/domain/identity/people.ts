import { eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberAddresses, memberLogins, organizations, staff, supportGrants, users } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { OrganizationOfUser } from "@/lib/contracts/identity/auth-fields";
import { cardColumns } from "@/lib/domain/organization";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { isDisabledDemoAccount } from "@/lib/kernel/demo";
import { stillWard } from "@/lib/kernel/resolve-caller";

export type User = typeof users.$inferSelect;

export async function findUserByEmail(db: Database, email: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

/** A5: a disabled account cannot sign in, stay signed in or set a password. */
export const isActiveAccount = (user: Pick<User, "disabled_at" | "email" | "is_super_admin">): boolean =>
  user.disabled_at === null && !isDisabledDemoAccount(user);

export const personOf = ({ id, email, name, is_super_admin }: User) => ({
  id,
  email,
  name,
  is_super_admin,
});

/**
 * The user's organizations, by name: as staff, as a member, or as the guardian of a minor. Reads the user's rows in all organizations, so the transaction must be bound to the user and
 * to no organization.
 */
export async function organizationsOf(
  db: Database,
  user_id: string,
  now: Temporal.Instant,
): Promise<OrganizationOfUser[]> {
  const { rows } = await db.execute<OrganizationOfUser>(sql`
    select o.id, o.slug, o.name, s.id as staff_id, coalesce(m.member_id, w.member_id) as member_id,
      coalesce(s.role, case when g.id is not null then 'super_admin' else 'member' end) as role
    from ${organizations} o
    left join ${staff} s on s.organization_id = o.id and s.user_id = ${user_id} and s.ended_at is null
    left join ${memberLogins} m on m.organization_id = o.id and m.user_id = ${user_id}
    left join lateral (
      select id from ${supportGrants} where organization_id = o.id and user_id = ${user_id}
        and ended_at is null and expires_at > ${now.toString()}::timestamptz limit 1
    ) g on true
    left join lateral (
      select a.member_id from ${memberAddresses} a
      where a.organization_id = o.id and a.kind = 'guardian'
        and a.email = (select email from ${users} where id = ${user_id} and email_verified_at is not null)
        and ${sql.raw(stillWard)} > ${now.toString()}::timestamptz
      order by a.member_id limit 1
    ) w on true
    where o.suspended_at is null
      and (s.id is not null or m.member_id is not null or w.member_id is not null or g.id is not null)
      and o.id in (
        select organization_id from ${staff} where user_id = ${user_id}
        union all select organization_id from ${memberLogins} where user_id = ${user_id}
        union all select organization_id from ${supportGrants} where user_id = ${user_id}
        union all select organization_id from ${memberAddresses} where kind = 'guardian'
          and email = (select email from ${users} where id = ${user_id} and email_verified_at is not null)
      )
    order by lower(o.name), o.id`);
  return rows;
}

/** By id or slug. */
export const findOrganizationByIdOrSlug = (
  all: readonly OrganizationOfUser[],
  name: string,
): OrganizationOfUser | undefined => all.find(({ id, slug }) => id === name || slug === name);

export async function findCard(db: Database, organization_id: string): Promise<OrganizationCard | null> {
  const [row] = await db.select(cardColumns).from(organizations).where(eq(organizations.id, organization_id));
  return row ?? null;
}
