import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { clientOf, inTenant } from "@/db/tenancy";
import { listCheckIns } from "@/lib/domain/access/check-ins";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import { getVisitStatistics } from "@/lib/domain/access/visit-statistics";
import { getDashboard, readDashboardPage } from "@/lib/domain/insight/dashboard";
import { countMembers, getMember, listMembers } from "@/lib/domain/members";
import { listProviders } from "@/lib/domain/messages/providers";
import { type SentStatement, sentStatements } from "@/tests/support/database/statements";
import { type Gym, newGym } from "@/tests/support/gym/gym";

const caller = ({ people }: Gym) => people.gym_owner.caller;

test("a list and its search are one statement, its total is another", async () => {
  const gym = await newGym();
  const count = async (input: Parameters<typeof listMembers>[1]) =>
    (await sentStatements(() => listMembers(caller(gym), input))).length;
  expect(await count({})).toBe(1);
  expect(await count({ q: "ann", sort: "-last_visit" })).toBe(1);
  expect(await count({ status: ["expiring"] })).toBe(1);
  expect(await count({ with_total: true })).toBe(2);
});

test("each read of the dashboard is one statement, and its page sends no more than these", async () => {
  const gym = await newGym();
  const to = caller(gym);
  // The first read folds the past days.
  await readDashboardPage(to, {});
  const day = { from_on: "2026-03-08", to_on: "2026-03-08" };
  const counts = await Promise.all(
    [
      () => getOccupancy(to, {}),
      () => getVisitStatistics(to, day),
      () => getDashboard(to, {}),
      () => countMembers(to, {}),
      () => listCheckIns(to, { limit: 6 }),
      () => getMember(to, { id: gym.member_id }),
    ].map(async (read) => (await sentStatements(read)).length),
  );
  // Recurring revenue is read apart, and kept for a minute in a large gym.
  expect(counts).toEqual([1, 1, 2, 1, 1, 1]);
  expect(await sentStatements(() => readDashboardPage(to, {}))).toHaveLength(8);
  expect(await sentStatements(() => listProviders(to, {}))).toHaveLength(2);
});

/** A gym whose members make the planner prefer an index. */
async function crowdedGym(): Promise<Gym> {
  const gym = await newGym();
  const { organization_id, location_id } = gym;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.execute(sql`
      insert into members (id, organization_id, member_code, first_name, home_location_id, joined_on, search_text, sort_name)
      select gen_random_uuid(), ${organization_id}, 'X-' || n, 'Ann', ${location_id}, '2026-01-01', 'ann ' || n, 'ann ' || n
      from generate_series(1, 5000) n`);
    await db.execute(sql`select analyze_grown_tables(true)`);
  });
  return gym;
}

/** How often PostgreSQL planned the statement for its values, and how often it used the plan for any values, in ten executions. */
async function plansOf({ organization_id }: Gym, { text, values }: SentStatement) {
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const client = clientOf(db);
    const name = newId();
    for (let time = 0; time < 10; time++) await client.query({ name, text, values });
    const [counted] = (
      await client.query<{ custom: number; generic: number }>(
        `select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements where name = '${name}'`,
      )
    ).rows;
    const { rows } = await client.query<{ "QUERY PLAN": string }>({ text: `explain (generic_plan) ${text}` });
    return { ...counted, plan: rows.map((line) => line["QUERY PLAN"]).join("\n") };
  });
}

test("pages of the lists are planned five times and then no more, and read their rows from an index", async () => {
  const gym = await crowdedGym();
  const indexes = {
    members_by_name: () => listMembers(caller(gym), { limit: 50 }),
    members_by_joined: () => listMembers(caller(gym), { limit: 8, sort: "-joined" }),
    member_activity_by_last_visit: () => listMembers(caller(gym), { limit: 50, sort: "-last_visit" }),
  };
  for (const [index, read] of Object.entries(indexes)) {
    const [statement] = await sentStatements(read);
    if (!statement) throw new Error("The list sent no statement");
    const { custom, generic, plan } = await plansOf(gym, statement);
    expect({ custom, generic }, index).toEqual({ custom: 5, generic: 5 });
    expect(plan).toContain(`using ${index}`);
    expect(plan).not.toMatch(/Seq Scan on (members|member_activity)\b/);
  }
});
