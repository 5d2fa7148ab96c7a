import { newId } from "@/db/id";
import { locations, members, organizations, sessionFamilies, staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { searchColumns } from "@/lib/domain/members/search/search-columns";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { type Caller, type OrganizationCard, permissionsOfAll } from "@/lib/kernel/caller";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { type Role, type StaffRole, staffRoles } from "@/lib/values/permissions";

export type Person = { user_id: string; family_id: string; token: string; caller: Caller };
export type Gym = {
  organization: OrganizationCard;
  organization_id: string;
  location_id: string;
  /** The people of this gym by role; each is a user of their own with a running API session. */
  people: Record<"gym_owner" | "admin" | "trainer" | "receptionist" | "member", Person>;
  member_id: string;
};

type Options = { time_zone?: string; currency?: string; clock?: Clock };

/** A gym of its own for every test: nothing is shared, nothing is cleaned up. */
export async function newGym({
  time_zone = "Europe/Berlin",
  currency = "EUR",
  clock = systemClock,
}: Options = {}): Promise<Gym> {
  const organization_id = newId();
  const slug = `gym-${organization_id.slice(-12)}`;
  const organization = {
    id: organization_id,
    slug,
    name: `Gym ${slug.slice(-4)}`,
    locale: "en-GB",
    currency,
    brand_color: "#0d6b68",
    logo_file_id: null,
    policies: {},
  };
  const location_id = newId();
  const gym = { organization, organization_id, location_id };
  const team = staffRoles.map((role) => ({ ...newcomer(`${role} of ${organization.name}`), role, staff_id: newId() }));
  const mina = { ...newcomer("Mina Member"), role: "member" as const, member_id: newId() };
  const all = [...team, mina];
  // One transaction for all of it: nearly every test begins here.
  await inTenant({ organization_id, user_id: null }, (db) =>
    Promise.all([
      db.insert(organizations).values({ ...organization, member_code_prefix: "TG" }),
      db.insert(locations).values({
        id: location_id,
        organization_id,
        name: "Main",
        time_zone,
        currency,
        capacity: 100,
        opening_hours: alwaysOpen,
      }),
      db.insert(users).values(all.map(({ user }) => user)),
      db
        .insert(staff)
        .values(team.map(({ user, role, staff_id }) => ({ id: staff_id, organization_id, user_id: user.id, role }))),
      db
        .insert(members)
        .values(memberRow(gym, mina.member_id, { first_name: "Mina", last_name: "Member", user_id: mina.user.id })),
      db.insert(sessionFamilies).values(all.map(({ user, family_id }) => familyRow(gym, user, family_id))),
    ]),
  );
  const people = await Promise.all(all.map(async (one) => [one.role, await person(gym, one, clock)] as const));
  return { ...gym, people: Object.fromEntries(people) as Gym["people"], member_id: mina.member_id };
}

type User = { id: string; email: string; name: string };
type Newcomer = { user: User; family_id: string; role: Role; staff_id?: string; member_id?: string };

function newcomer(name: string): { user: User; family_id: string } {
  const id = newId();
  return { user: { id, email: `u-${id.slice(-12)}@example.com`, name }, family_id: newId() };
}

const familyRow = (gym: GymRef, user: User, id: string) => ({
  id,
  user_id: user.id,
  organization_id: gym.organization_id,
  surface: "api" as const,
});

function memberRow(gym: GymRef, id: string, fields: Partial<typeof members.$inferInsert>): typeof members.$inferInsert {
  const first_name = fields.first_name ?? "Alex";
  return {
    id,
    organization_id: gym.organization_id,
    member_code: `TG-${id.slice(-8)}`,
    first_name,
    home_location_id: gym.location_id,
    joined_on: "2024-01-10",
    ...searchColumns({ first_name, ...fields }),
    ...fields,
  };
}

type GymRef = Pick<Gym, "organization" | "organization_id" | "location_id">;

export async function newLocation(
  gym: Pick<Gym, "organization" | "organization_id">,
  name: string,
  time_zone = "Europe/Berlin",
): Promise<string> {
  const { organization_id, organization } = gym;
  const id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .insert(locations)
      .values({ id, organization_id, name, time_zone, currency: organization.currency, opening_hours: alwaysOpen }),
  );
  return id;
}

export async function newUser(name = "Robin Test"): Promise<User> {
  const { user } = newcomer(name);
  await inIdentity(null, (db) => db.insert(users).values(user));
  return user;
}

export async function newStaff(gym: GymRef, role: StaffRole, clock: Clock = systemClock): Promise<Person> {
  const one = { ...newcomer(`${role} of ${gym.organization.name}`), role, staff_id: newId() };
  const { user, family_id, staff_id } = one;
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    Promise.all([
      db.insert(users).values(user),
      db.insert(staff).values({ id: staff_id, organization_id, user_id: user.id, role }),
      db.insert(sessionFamilies).values(familyRow(gym, user, family_id)),
    ]),
  );
  return person(gym, one, clock);
}

/** A further member who signs in, beside the one that every gym has. */
export async function newMemberSession(gym: GymRef): Promise<{ member_id: string; token: string }> {
  const user = await newUser("Mina Member");
  const member_id = await newMember(gym, { first_name: "Mina", last_name: "Member", user_id: user.id });
  const family_id = newId();
  await inIdentity(user.id, (db) => db.insert(sessionFamilies).values(familyRow(gym, user, family_id)));
  const { token } = await person(gym, { user, family_id, role: "member", member_id }, systemClock);
  return { member_id, token };
}

/** A member put straight into the table; tests of the verbs that add members use those verbs. */
export async function newMember(gym: GymRef, fields: Partial<typeof members.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(members).values(memberRow(gym, id, fields)),
  );
  return id;
}

async function person(gym: GymRef, newcomer: Newcomer, clock: Clock): Promise<Person> {
  const { user, family_id, role, staff_id = null, member_id = null } = newcomer;
  const token = await issueAccessToken({ sub: user.id, org: gym.organization_id, sv: 1, fam: family_id }, clock);
  const caller: Caller = {
    actor: { type: "user", ...user },
    organization: gym.organization,
    roles: new Set([role]),
    permissions: permissionsOfAll([role]),
    staff_id,
    member_id,
    location_ids: null,
    session: { family_id, version: 1, surface: "api" },
    is_super_admin: false,
    ip: "127.0.0.1",
    user_agent: "test",
    request_id: newId(),
    reason: null,
    clock,
  };
  return { user_id: user.id, family_id, token, caller };
}
