import { identityQuery } from "@/db/tenancy";
import { instantText } from "@/lib/values/instant";
import type { Role, StaffRole } from "@/lib/values/permissions";
import { type Caller, type OrganizationCard, permissionsOfAll, type RequestFacts } from "./caller";
import type { Clock } from "./clock";
import { isDisabledDemoAccount } from "./demo";
import { Problem } from "./errors";
import { oldestSessionStart } from "./session-lifetime";

export type SessionClaims = { user_id: string; family_id: string; session_version: number; surface: "web" | "api" };
/** By id (from a token) or by slug (from a URL). */
export type OrganizationName = { id: string } | { slug: string } | null;

type Row = OrganizationCard & {
  user_id: string;
  user_name: string;
  email: string;
  session_version: number;
  is_super_admin: boolean;
  organization_id: string | null;
  staff_id: string | null;
  role: StaffRole | null;
  staff_location_ids: string[] | null;
  member_id: string | null;
  is_support: boolean;
};

/**
 * When a guardian's access to a ward ends, as SQL over `member_addresses a` and `organizations o`: with the adult age, on the day of
 * the home location.
 */
export const stillWard =
  "((a.birth_on + make_interval(years => coalesce((o.policies ->> 'adult_age')::int, 18)))::timestamp at time zone a.time_zone)";

const slugShape = /^[a-z0-9-]{2,64}$/;
const uuidShape = /^[0-9a-f-]{36}$/;

/**
 * Loads the current state of the session's user, so that a password change, role change or sign-out elsewhere takes effect with
 * this request (A5). One round trip.
 */
export async function resolveCaller(
  claims: SessionClaims,
  name: OrganizationName,
  facts: RequestFacts,
  clock: Clock,
): Promise<Caller> {
  if (name && !isNameable(name)) throw new Problem("not_found");
  const now_ms = clock.now().epochMilliseconds;
  const { rows } = await identityQuery<Row>(claims.user_id, {
    text: callerSql,
    values: [
      claims.user_id,
      claims.family_id,
      instantText(oldestSessionStart(now_ms)),
      instantText(now_ms),
      name && "id" in name ? name.id : null,
      name && "slug" in name ? name.slug : null,
    ],
  });
  const [row] = rows;
  if (!row || row.session_version !== claims.session_version || isDisabledDemoAccount(row)) {
    throw new Problem("token_expired", "Sign in again.");
  }
  const roles = rolesOf(row);
  if (name && roles.size === 0) throw new Problem("not_found");
  const { organization_id, slug, name: title, locale, currency, brand_color, logo_file_id, policies } = row;
  return {
    actor: { type: "user", id: row.user_id, name: row.user_name, email: row.email },
    organization: organization_id
      ? { id: organization_id, slug, name: title, locale, currency, brand_color, logo_file_id, policies }
      : null,
    roles,
    permissions: permissionsOfAll(roles),
    staff_id: row.staff_id,
    member_id: row.member_id,
    location_ids: row.staff_location_ids,
    session: { family_id: claims.family_id, version: claims.session_version, surface: claims.surface },
    is_super_admin: row.is_super_admin,
    clock,
    ...facts,
  };
}

const isNameable = (name: { id: string } | { slug: string }) =>
  "id" in name ? uuidShape.test(name.id) : slugShape.test(name.slug);

function rolesOf(row: Row): ReadonlySet<Role> {
  const roles = new Set<Role>();
  if (row.role) roles.add(row.role);
  if (row.member_id) roles.add("member");
  // A11: without an active grant, a super admin has no access to the tenant.
  if (row.is_support || (row.is_super_admin && !row.organization_id)) roles.add("super_admin");
  return roles;
}

/**
 * J14: a guardian acts as the ward that the session shows, otherwise as the member that they are themselves, otherwise as the first
 * ward. $1 user, $2 session family, $3 the oldest valid start of a session, $4 now, $5 and $6 id or slug of the
 * organization, or both null.
 */
const callerSql = `
  select u.id as user_id, u.name as user_name, u.email, u.session_version, u.is_super_admin,
    o.id as organization_id, o.slug, o.name, o.locale, o.currency, o.brand_color, o.logo_file_id, o.policies,
    s.id as staff_id, s.role, coalesce(w.member_id, m.member_id) as member_id, g.id is not null as is_support,
    (select array_agg(l.location_id::text) from staff_locations l
      where l.organization_id = s.organization_id and l.staff_id = s.id) as staff_location_ids
  from users u
  join session_families f on f.id = $2::uuid and f.user_id = u.id and f.revoked_at is null and f.created_at > $3::timestamptz
  left join organizations o on (o.id = $5::uuid or o.slug = $6::text) and o.suspended_at is null
  left join staff s on s.organization_id = o.id and s.user_id = u.id and s.ended_at is null
  left join member_logins m on m.organization_id = o.id and m.user_id = u.id
  left join lateral (
    select a.member_id from member_addresses a
    where a.organization_id = o.id and a.kind = 'guardian' and a.email = u.email and u.email_verified_at is not null
      and ${stillWard} > $4::timestamptz and (a.member_id = f.acting_member_id or m.member_id is null)
    order by a.member_id = f.acting_member_id desc nulls last, a.member_id limit 1
  ) w on true
  left join support_grants g on g.organization_id = o.id and g.user_id = u.id and u.is_super_admin
    and g.ended_at is null and g.expires_at > $4::timestamptz
  where u.id = $1::uuid and u.disabled_at is null
  limit 1`;
