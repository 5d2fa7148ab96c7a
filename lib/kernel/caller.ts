import { type Permission, permissionsOf, type Role } from "@/lib/values/permissions";
import { type Clock, systemClock } from "./clock";

type Actor =
  | { type: "user"; id: string; name: string; email: string }
  | { type: "system"; name: string }
  | { type: "anonymous" };

export type OrganizationCard = {
  id: string;
  slug: string;
  name: string;
  locale: string;
  currency: string;
  brand_color: string;
  logo_file_id: string | null;
  /** The policies that the organization has changed; `policiesOf()` reads them. */
  policies: Record<string, unknown>;
};

/** Who calls, in which organization, with which permissions and locations. Passed explicitly, never ambient. */
export type Caller = {
  actor: Actor;
  organization: OrganizationCard | null;
  roles: ReadonlySet<Role>;
  permissions: ReadonlySet<Permission>;
  staff_id: string | null;
  member_id: string | null;
  /** null means all locations. */
  location_ids: readonly string[] | null;
  session: { family_id: string; version: number; surface: "web" | "api" } | null;
  is_super_admin: boolean;
  ip: string | null;
  /** The request came from this machine, without a proxy. */
  is_local?: boolean;
  user_agent: string | null;
  request_id: string;
  reason: string | null;
  clock: Clock;
};

export type RequestFacts = Pick<Caller, "ip" | "is_local" | "user_agent" | "request_id" | "reason">;

export function anonymousCaller(request: RequestFacts): Caller {
  return {
    actor: { type: "anonymous" },
    organization: null,
    roles: new Set(),
    permissions: new Set(),
    staff_id: null,
    member_id: null,
    location_ids: null,
    session: null,
    is_super_admin: false,
    clock: systemClock,
    ...request,
  };
}

/** The id of the user who calls; null for the system and for anonymous clients. */
export const userIdOf = ({ actor }: Pick<Caller, "actor">): string | null => (actor.type === "user" ? actor.id : null);

/** For jobs: has every permission inside one organization. */
export function systemCaller(name: string, organization: OrganizationCard, clock: Clock = systemClock): Caller {
  return {
    ...anonymousCaller({ ip: null, user_agent: null, request_id: crypto.randomUUID(), reason: null }),
    actor: { type: "system", name },
    organization,
    permissions: permissionsOf("super_admin"),
    clock,
  };
}

/** The same user without an organization. */
export function callerWithoutOrganization(caller: Caller): Caller {
  const roles = new Set<Role>(caller.is_super_admin ? ["super_admin"] : []);
  const permissions = permissionsOfAll(roles);
  return { ...caller, organization: null, roles, permissions, staff_id: null, member_id: null, location_ids: null };
}

export function permissionsOfAll(roles: Iterable<Role>): ReadonlySet<Permission> {
  return new Set(Array.from(roles).flatMap((role) => Array.from(permissionsOf(role))));
}

export function mayAccessLocation(caller: Caller, location_id: string): boolean {
  return caller.location_ids === null || caller.location_ids.includes(location_id);
}
