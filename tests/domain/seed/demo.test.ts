import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { isEmpty, seedDemo } from "@/db/seed/index";
import { unseal } from "@/lib/kernel/cipher";
import { fixedClock } from "@/lib/kernel/clock";
import { withConnection } from "@/scripts/database/connect";
import { cloneDatabase } from "@/scripts/postgres/temporary-cluster";
import { databaseOfBoundOwner, dump } from "./databases";
import { expectPictures, store } from "./pictures";

/** A Thursday: 18:30 in Brooklyn, 15:30 in Venice Beach, 04:00 on Friday in Pune. */
const clock = fixedClock("2026-03-12T22:30:00Z");
const cluster = inject("cluster");
const mark = randomBytes(4).toString("hex");
let owner_url: string;
let bound_owner_url: string;

beforeAll(async () => {
  owner_url = (await cloneDatabase(cluster, `seed_${mark}`)).owner_url;
  bound_owner_url = await databaseOfBoundOwner(`bound_${mark}`);
  expect(await isEmpty(owner_url)).toBe(true);
  await Promise.all([owner_url, bound_owner_url].map((url) => seedDemo({ owner_url: url, clock, store }, () => {})));
}, 120_000);

async function rows<T = Record<string, unknown>>(sql: string, values: unknown[] = [], url = owner_url): Promise<T[]> {
  return withConnection(url, async (client) => (await client.query(sql, values)).rows as T[]);
}

describe("the demo", () => {
  test("is the same in two databases at the same time, with any owner", async () => {
    const one = await dump(owner_url);
    expect(Object.keys(one).length).toBeGreaterThan(20);
    expect(await dump(bound_owner_url)).toEqual(one);
    await expectPictures(rows);
  });

  test("fills an empty database only", async () => {
    expect([await isEmpty(owner_url), await isEmpty(bound_owner_url)]).toEqual([false, false]);
    await expect(seedDemo({ owner_url, clock }, () => {})).rejects.toThrow("The demo needs an empty database");
  });

  test("has two gyms with their own money, brand and zones", async () => {
    const gyms = await rows(
      `select o.slug, o.currency, o.brand_color, o.member_code_prefix,
         array_agg(l.name || ' ' || l.time_zone order by l.name) as locations,
         (select count(*)::int from members m where m.organization_id = o.id) as members
       from organizations o join locations l on l.organization_id = o.id group by o.id order by o.slug`,
    );
    expect(gyms).toEqual([
      {
        slug: "iron-temple",
        currency: "USD",
        brand_color: "#0d6b68",
        member_code_prefix: "IT",
        locations: ["Brooklyn America/New_York", "Venice Beach America/Los_Angeles"],
        members: 600,
      },
      {
        slug: "shakti-fitness",
        currency: "INR",
        brand_color: "#f28a1c",
        member_code_prefix: "SF",
        locations: ["Koregaon Park Asia/Kolkata", "Kothrud Asia/Kolkata"],
        members: 180,
      },
    ]);
  });

  test("shares no person between its gyms", async () => {
    const shared = await rows(
      `select u.email from users u
       join (select user_id, organization_id from staff union all
             select user_id, organization_id from members where user_id is not null) a on a.user_id = u.id
       group by u.id having count(distinct a.organization_id) > 1`,
    );
    expect(shared).toEqual([]);
  });

  test("lets each account sign in where it belongs", async () => {
    const accounts = await rows(
      `select u.email, coalesce(s.role, case when m.id is not null then 'member' when u.is_super_admin then 'super_admin' end) as role,
         o.slug
       from users u left join staff s on s.user_id = u.id left join members m on m.user_id = u.id
       left join organizations o on o.id = coalesce(s.organization_id, m.organization_id)
       where u.password_hash is not null order by u.email`,
    );
    expect(accounts).toEqual([
      { email: "admin@demo.fitflow.test", role: "admin", slug: "iron-temple" },
      { email: "desk@demo.fitflow.test", role: "receptionist", slug: "iron-temple" },
      { email: "member@demo.fitflow.test", role: "member", slug: "iron-temple" },
      { email: "owner@demo.fitflow.test", role: "gym_owner", slug: "iron-temple" },
      { email: "owner@shakti.fitflow.test", role: "gym_owner", slug: "shakti-fitness" },
      { email: "root@demo.fitflow.test", role: "super_admin", slug: null },
      { email: "trainer@demo.fitflow.test", role: "trainer", slug: "iron-temple" },
    ]);
  });

  test("gives the member who signs in a running membership and many visits", async () => {
    const [member] = await rows<{ runs: boolean; visits: number }>(
      `select exists (select from memberships s where s.member_id = m.id and s.starts_on < '2026-03-12'
           and s.ends_on is null and s.cancelled_on is null) as runs,
         (select count(*)::int from check_ins c where c.member_id = m.id) as visits
       from members m join users u on u.id = m.user_id where u.email = 'member@demo.fitflow.test'`,
    );
    expect(member?.runs).toBe(true);
    expect(member?.visits).toBeGreaterThan(40);
  });

  test("writes to no real mailbox", async () => {
    const foreign = await rows(
      `select email from (select email from members union all select email from users) all_mail
       where email !~ '@(demo\\.fitflow\\.test|shakti\\.fitflow\\.test|example\\.com)$'`,
    );
    expect(foreign).toEqual([]);
  });
});

describe("visits of the demo", () => {
  test("come in the evening far more than at night, and on Monday more than on Sunday", async () => {
    const [rhythm] = await rows<{
      evening: number;
      night: number;
      lunch: number;
      afternoon: number;
      monday: number;
      sunday: number;
    }>(
      `select count(*) filter (where local_hour = 18)::int as evening, count(*) filter (where local_hour = 22)::int as night,
         count(*) filter (where local_hour = 12)::int as lunch, count(*) filter (where local_hour = 14)::int as afternoon,
         count(*) filter (where extract(isodow from visit_on) = 1)::int as monday,
         count(*) filter (where extract(isodow from visit_on) = 7)::int as sunday
       from check_ins c join organizations o on o.id = c.organization_id where o.slug = 'iron-temple'`,
    );
    if (!rhythm) throw new Error("no visits");
    expect(rhythm.evening).toBeGreaterThan(3 * rhythm.night);
    expect(rhythm.lunch).toBeGreaterThan(2 * rhythm.afternoon);
    expect(rhythm.monday).toBeGreaterThan(2 * rhythm.sunday);
  });

  test("fill the gym at half past six and leave it empty where it is closed", async () => {
    const inside = await rows<{ name: string; n: number }>(
      `select l.name, count(c.id)::int as n from locations l
       left join check_ins c on c.location_id = l.id and c.check_out_at is null and c.undone_at is null
       group by l.name order by l.name`,
    );
    const of = Object.fromEntries(inside.map(({ name, n }) => [name, n]));
    expect(of.Brooklyn).toBeGreaterThan(8);
    expect(of.Brooklyn).toBeLessThan(45);
    expect(of.Kothrud).toBe(0);
    expect(of["Koregaon Park"]).toBe(0);
  });

  test("lie within opening hours, in the past, and on the local day and hour that they name", async () => {
    const wrong = await rows(
      `select c.id from check_ins c join locations l on l.id = c.location_id,
         lateral (select c.check_in_at at time zone l.time_zone as wall) w
       where c.check_in_at > $1 or c.check_out_at > $1 or c.visit_on <> w.wall::date or c.local_hour <> extract(hour from w.wall)
         or w.wall::time < (l.opening_hours -> lower(to_char(w.wall, 'dy')) -> 0 ->> 'opens')::time
         or w.wall::time >= (l.opening_hours -> lower(to_char(w.wall, 'dy')) -> 0 ->> 'closes')::time`,
      [clock.now().toString()],
    );
    expect(wrong).toEqual([]);
  });

  test("are paid for: a membership runs on the day, unless the desk let the member in with a reason", async () => {
    const wrong = await rows(
      `select c.id from check_ins c left join memberships m on m.id = c.membership_id
       where c.overridden_reason is null and (m.id is null or c.visit_on < m.starts_on or c.visit_on > m.ends_on
         or c.visit_on >= m.cancelled_on or m.unpaid_due_on < c.visit_on - 7
         or exists (select from membership_freezes f where f.membership_id = m.id
           and c.visit_on between f.from_on and coalesce(f.to_on, 'infinity'::date)))`,
    );
    expect(wrong).toEqual([]);
  });

  test("take as many sessions from a pack as the pack says", async () => {
    const wrong = await rows(
      `select m.id from memberships m join check_ins c on c.membership_id = m.id
       where m.sessions_included is not null group by m.id having m.sessions_used <> sum(c.sessions_taken)
         and min(m.starts_on) > '2025-09-12'`,
    );
    expect(wrong).toEqual([]);
  });

  test("are folded by hour up to yesterday, each exactly once", async () => {
    const differences = await rows(
      `select location_id, visit_on, local_hour, method, count(*)::int from check_ins c join locations l on l.id = c.location_id
       where undone_at is null and visit_on < ($1::timestamptz at time zone l.time_zone)::date group by 1, 2, 3, 4
       except select location_id, visit_on, local_hour, method, visits from visit_hours`,
      [clock.now().toString()],
    );
    const [sums] = await rows(
      `select (select sum(visits)::int from visit_hours) as folded,
         (select count(*)::int from check_ins c join locations l on l.id = c.location_id where undone_at is null
            and visit_on < ($1::timestamptz at time zone l.time_zone)::date) as counted,
         (select array_agg(distinct folded_to_on::text order by folded_to_on::text) from visit_folds) as folded_to`,
      [clock.now().toString()],
    );
    expect(differences).toEqual([]);
    expect(sums?.folded).toBe(sums?.counted);
    expect(sums?.folded_to).toEqual(["2026-03-11", "2026-03-12"]);
  });

  test("were refused for every common reason, some overridden with a reason of staff", async () => {
    const reasons = await rows<{ reason: string }>("select distinct reason from denied_entries");
    expect(reasons.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        "cancelled",
        "expired",
        "frozen",
        "outside_hours",
        "overdue",
        "quota_used",
        "unknown_code",
      ]),
    );
    const [overridden] = await rows<{ n: number }>(
      "select count(*)::int as n from check_ins where overridden_reason is not null and staff_reason is not null",
    );
    expect(overridden?.n).toBeGreaterThan(20);
  });
});

test("the last weeks of the demo left a trail that names who did what", async () => {
  const actions = await rows<{ action: string; n: number; named: boolean }>(
    `select action, count(*)::int as n, bool_and(actor_name <> '' and target_id is not null) as named
     from audit_entries group by 1 order by 1`,
  );
  expect(actions.map(({ action }) => action)).toEqual([
    "check_ins.create",
    "members.create",
    "memberships.cancel",
    "memberships.sell",
  ]);
  for (const { n, named } of actions) expect({ named, some: n > 5 }).toEqual({ named: true, some: true });
});

describe("members of the demo", () => {
  test("have birthdays today in each gym", async () => {
    const birthdays = await rows<{ slug: string; n: number }>(
      `select o.slug, count(*)::int as n from members m join organizations o on o.id = m.organization_id
       join locations l on l.id = m.home_location_id
       where to_char(birth_on, 'MM-DD') = to_char($1::timestamptz at time zone l.time_zone, 'MM-DD') group by 1 order by 1`,
      [clock.now().toString()],
    );
    expect(birthdays.map(({ slug }) => slug)).toEqual(["iron-temple", "shakti-fitness"]);
    for (const { n } of birthdays) expect(n).toBeGreaterThanOrEqual(3);
  });

  test("have health answers that the application can read, some of which ask for a doctor's word", async () => {
    const medical = await rows<{ member_id: string; ciphertext: string; needs_clearance: boolean }>(
      "select member_id, ciphertext, needs_clearance from member_medical",
    );
    const answers = medical.map(
      ({ member_id, ciphertext }) => unseal(member_id, ciphertext) as { conditions: unknown },
    );
    expect(answers.filter(({ conditions }) => conditions === "Asthma").length).toBeGreaterThan(5);
    expect(medical.filter(({ needs_clearance }) => needs_clearance).length).toBeGreaterThan(5);
  });

  test("write their names in many scripts, some with one word only", async () => {
    const [names] = await rows<{ scripts: number; single: number; accents: number }>(
      `select count(*) filter (where first_name ~ '[^\\u0001-\\u024F\\u1E00-\\u1EFF]')::int as scripts,
         count(*) filter (where last_name = '')::int as single,
         count(*) filter (where first_name || last_name ~ '[À-ž]')::int as accents from members`,
    );
    expect(names?.scripts).toBeGreaterThan(20);
    expect(names?.single).toBeGreaterThan(5);
    expect(names?.accents).toBeGreaterThan(60);
  });

  test("cover every state of a membership", async () => {
    const [counts] = await rows<Record<string, number>>(
      `with latest as (
         select distinct on (m.id) m.id, s.id as membership_id, s.starts_on, s.ends_on, s.cancelled_on, s.unpaid_due_on, p.kind,
           exists (select from membership_freezes f where f.membership_id = s.id and f.from_on <= '2026-03-12'
             and coalesce(f.to_on, 'infinity'::date) >= '2026-03-12') as is_frozen
         from members m left join memberships s on s.member_id = m.id left join membership_plans p on p.id = s.plan_id
         join organizations o on o.id = m.organization_id and o.slug = 'iron-temple'
         order by m.id, s.starts_on desc)
       select count(*) filter (where membership_id is null)::int as nothing,
         count(*) filter (where starts_on > '2026-03-12')::int as starting,
         count(*) filter (where kind = 'trial' and ends_on >= '2026-03-12')::int as trial,
         count(*) filter (where is_frozen)::int as frozen,
         count(*) filter (where unpaid_due_on < '2026-03-12' and cancelled_on is null)::int as overdue,
         count(*) filter (where cancelled_on <= '2026-03-12')::int as cancelled,
         count(*) filter (where ends_on < '2026-03-12')::int as expired
       from latest`,
    );
    expect(counts).toEqual({
      nothing: 12,
      starting: 5,
      trial: 14,
      frozen: 20,
      overdue: 19,
      cancelled: 53,
      expired: 48,
    });
  });
});
