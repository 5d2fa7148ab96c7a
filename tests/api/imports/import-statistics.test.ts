import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import { withConnection } from "@/scripts/database/connect";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, uploadCsv } from "@/tests/support/gym/imports";

const ofGym = (gym: Gym) => ({ organization_id: gym.organization_id, user_id: null });

/** How many members the planner believes a gym to have. */
const believed = (gym: Gym) =>
  inTenant(ofGym(gym), async (db) => {
    const { rows } = await db.execute<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }>(
      sql`explain (format json) select from members where organization_id = ${gym.organization_id}`,
    );
    return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
  });

/** Members as many as that, and statistics that know them. */
async function grow(gym: Gym, count: number): Promise<void> {
  await inTenant(ofGym(gym), (db) =>
    db.execute(sql`
      insert into members (id, organization_id, member_code, first_name, home_location_id, joined_on, search_text, sort_name)
      select gen_random_uuid(), ${gym.organization_id}, 'G-' || n, 'Member', ${gym.location_id}, '2025-01-01', 'member', 'member'
      from generate_series(1, ${count}::int) n`),
  );
  await withConnection(process.env.DATABASE_OWNER_URL ?? "", (client) => client.query("analyze members"));
}

test("after an import into a small gym beside large ones the query planner knows the gym's size", async () => {
  const [large, gym] = await Promise.all([newGym(), newGym()]);
  await grow(large, 4_000);
  expect(await believed(gym)).toBeLessThan(50);
  const people = Array.from({ length: 600 }, (_, n) => `Ada,Okafor,ada${n}@example.com`);
  const { id } = await uploadCsv(gym, csv("First name,Last name,Email", ...people));
  await checked(gym, id);
  await done(gym, id);
  expect(await believed(gym)).toBeGreaterThan(300);
});
