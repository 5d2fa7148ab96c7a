import { newId } from "@/db/id";
import { locations, members, organizations, sessionFamilies, staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { searchColumns } from "@/lib/domain/members/search/search-columns";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { type Caller, type OrganizationCard, permissionsOfAll } from "@/lib/kernel/caller";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { alwaysOpen } from "@/lib/values/opening-hours";
import type { Role, StaffRole } from "@/lib/values/permissions";

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
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(organizations).values({ ...organization, member_code_prefix: "TG" });
    await db.insert(locations).values({
      id: location_id,
      organization_id,
      name: "Main",
      time_zone,
      currency,
      capacity: 100,
      opening_hours: alwaysOpen,
    });
  });
  const gym = { organization, organization_id, location_id };
  const [gym_owner, admin, trainer, receptionist, member] = await Promise.all([
    newStaff(gym, "gym_owner", clock),
    newStaff(gym, "admin", clock),
    newStaff(gym, "trainer", clock),
    newStaff(gym, "receptionist", clock),
    newMemberLogin(gym, clock),
  ]);
  const { member_id } = member.caller;
  if (!member_id) throw new Error("The member of a new gym has a member record");
  return { ...gym, people: { gym_owner, admin, trainer, receptionist, member }, member_id };
}

type Place = Pick<Gym, "organization" | "organization_id" | "location_id">;

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

export async function newUser(name = "Robin Test"): Promise<{ id: string; email: string; name: string }> {
  const id = newId();
  const email = `u-${id.slice(-12)}@example.com`;
  await inIdentity(null, (db) => db.insert(users).values({ id, email, name }));
  return { id, email, name };
}

export async function newStaff(gym: Place, role: StaffRole, clock: Clock = systemClock): Promise<Person> {
  const user = await newUser(`${role} of ${gym.organization.name}`);
  const staff_id = newId();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(staff).values({ id: staff_id, organization_id: gym.organization_id, user_id: user.id, role }),
  );
  return session(gym, user, [role], { staff_id }, clock);
}

async function newMemberLogin(gym: Place, clock: Clock): Promise<Person> {
  const user = await newUser("Mina Member");
  const member_id = await newMember(gym, { first_name: "Mina", last_name: "Member", user_id: user.id });
  return session(gym, user, ["member"], { member_id }, clock);
}

/** A further member who signs in, beside the one that every gym has. */
export async function newMemberSession(gym: Place): Promise<{ member_id: string; token: string }> {
  const { caller, token } = await newMemberLogin(gym, systemClock);
  if (!caller.member_id) throw new Error("A member who signs in has a member record");
  return { member_id: caller.member_id, token };
}

/** A member put straight into the table; tests of the verbs that add members use those verbs. */
export async function newMember(gym: Place, fields: Partial<typeof members.$inferInsert> = {}): Promise<string> {
  const id = newId();
  const first_name = fields.first_name ?? "Alex";
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(members).values({
      id,
      organization_id: gym.organization_id,
      member_code: `TG-${id.slice(-8)}`,
      first_name,
      home_location_id: gym.location_id,
      joined_on: "2024-01-10",
      ...searchColumns({ first_name, ...fields }),
      ...fields,
    }),
  );
  return id;
}

async function session(
  gym: Place,
  user: { id: string; email: string; name: string },
  roles: Role[],
  link: { staff_id?: string; member_id?: string },
  clock: Clock,
): Promise<Person> {
  const family_id = newId();
  await inIdentity(user.id, (db) =>
    db
      .insert(sessionFamilies)
      .values({ id: family_id, user_id: user.id, organization_id: gym.organization_id, surface: "api" }),
  );
  const token = await issueAccessToken({ sub: user.id, org: gym.organization_id, sv: 1, fam: family_id }, clock);
  const caller: Caller = {
    actor: { type: "user", ...user },
    organization: gym.organization,
    roles: new Set(roles),
    permissions: permissionsOfAll(roles),
    staff_id: link.staff_id ?? null,
    member_id: link.member_id ?? null,
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
