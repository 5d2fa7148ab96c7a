import { newId } from "@/db/id";
import type { LargeGym } from "@/db/seed/large";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { systemClock } from "@/lib/kernel/clock";
import { hostCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { withConnection } from "@/scripts/database/connect";

export type Visitor = { member_id: string; membership_id: string; member_code: string };

export type People = {
  user_id: string;
  /** Expire within minutes, so they are issued for each measurement. */
  tokens: string[];
  issueTokens: () => Promise<string[]>;
  cookie: string;
  /** Members with an active membership who are not inside, in random order. */
  visitors: Visitor[];
  /** First and last names, most common first. */
  names: { first_name: string; last_name: string }[];
  /** Ids that all requests share. */
  constants: Set<string>;
};

// Each session may make 1,200 requests per minute.
const SESSIONS = 24;

/** Creates an owner of the large gym with sessions, and selects the members for the requests. */
export async function peopleOf(owner_url: string, gym: LargeGym): Promise<People> {
  const user_id = newId();
  const families = Array.from({ length: SESSIONS }, newId);
  const web_family = newId();
  const staff_id = newId();
  return withConnection(owner_url, async (client) => {
    await client.query("insert into users (id, email, name, email_verified_at) values ($1, $2, 'Bench', now())", [
      user_id,
      `bench-${user_id}@example.com`,
    ]);
    await client.query("insert into staff (id, organization_id, user_id, role) values ($1, $2, $3, 'gym_owner')", [
      staff_id,
      gym.organization_id,
      user_id,
    ]);
    await client.query(
      `insert into session_families (id, user_id, organization_id, surface)
       select f.id, $2, $3, f.surface from json_to_recordset($1) as f(id uuid, surface text)`,
      [
        JSON.stringify([...families.map((id) => ({ id, surface: "api" })), { id: web_family, surface: "web" }]),
        user_id,
        gym.organization_id,
      ],
    );
    const visitors = await client.query<Visitor>(
      `select m.id as member_id, s.id as membership_id, m.member_code from members m
       join memberships s on s.organization_id = m.organization_id and s.member_id = m.id
       where m.organization_id = $1 and s.cancelled_on is null and s.unpaid_due_on is null
         and not exists (select from check_ins c where c.organization_id = $1 and c.member_id = m.id and c.check_out_at is null)
       order by md5(m.id::text) limit 30000`,
      [gym.organization_id],
    );
    const names = await client.query<{ first_name: string; last_name: string }>(
      `select min(first_name) as first_name, last_name from members where organization_id = $1
       group by last_name order by count(*) desc`,
      [gym.organization_id],
    );
    const session = await writeWebSession({ user_id, session_version: 1, family_id: web_family });
    const plans = await client.query<{ id: string }>("select id from membership_plans where organization_id = $1", [
      gym.organization_id,
    ]);
    return {
      user_id,
      tokens: [],
      issueTokens: () =>
        Promise.all(
          families.map((fam) => issueAccessToken({ sub: user_id, org: gym.organization_id, sv: 1, fam }, systemClock)),
        ),
      cookie: `${hostCookieName("session")}=${session}`,
      visitors: visitors.rows,
      names: names.rows,
      constants: new Set([
        user_id,
        staff_id,
        web_family,
        gym.organization_id,
        ...families,
        ...gym.location_ids,
        ...plans.rows.map(({ id }) => id),
      ]),
    };
  });
}

/** Ends the visits of a measurement, because the capacity is smaller than the number of check-ins. */
export async function checkOutAll(owner_url: string, { user_id }: People): Promise<void> {
  await withConnection(owner_url, (client) =>
    client.query(
      `update check_ins set check_out_at = check_in_at, check_out_kind = 'automatic'
       where check_out_at is null and undone_at is null and checked_in_by = $1`,
      [user_id],
    ),
  );
}
