import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { newId } from "@/db/id";
import { inTenant } from "@/db/tenancy";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import { readTenantColumns, unfilteredTables } from "@/tests/support/database/plan-filters";
import { recordStatements, takeStatements } from "@/tests/support/database/statements";
import { newGym } from "@/tests/support/gym/gym";

const { superuser_url } = inject("cluster");
const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);

const unfiltered = (text: string) =>
  withConnection(withDatabase(superuser_url, database), async (client) =>
    unfilteredTables(client, await readTenantColumns(client), text),
  );

test.each([
  ["a filter", "select id from members where organization_id = $1 and id = $2"],
  [
    "a join by organization",
    `select p.name from memberships m join membership_plans p on p.organization_id = m.organization_id and p.id = m.plan_id
     where m.organization_id = $1`,
  ],
  [
    "a subquery that follows the outer row",
    `select id from members m where organization_id = $1 and not exists
     (select 1 from check_ins c where c.organization_id = m.organization_id and c.member_id = m.id)`,
  ],
  [
    "one of two subqueries",
    `select id from members m where organization_id = $1 and (first_name = $2 or exists
     (select 1 from check_ins c where c.organization_id = m.organization_id and c.member_id = m.id))`,
  ],
  ["the organization itself", "select name from organizations where id = $1"],
  ["rows that are only written", "insert into staff_locations values ($1, $2, $3)"],
  ["a table without a tenant", "select email from users where id = $1"],
])("A1 %s is a tenant filter or needs none", async (_, text) => {
  expect(await unfiltered(text)).toEqual([]);
});

test.each<[string, string, string[]]>([
  ["a read by id", "select id, organization_id from members where id = $1", ["members"]],
  ["a write by id", "update members set notes = $1 where id = $2", ["members"]],
  ["a removal by id", "delete from member_cards where id = $1", ["member_cards"]],
  [
    "a join by id",
    "select p.name from memberships m join membership_plans p on p.id = m.plan_id where m.organization_id = $1",
    ["membership_plans"],
  ],
  [
    "a join of two tables by organization without a filter",
    "select p.name from memberships m join membership_plans p on p.organization_id = m.organization_id",
    ["memberships", "membership_plans"],
  ],
  [
    "a subquery",
    "select id, (select count(*) from check_ins c where c.member_id = m.id) from members m where organization_id = $1",
    ["check_ins"],
  ],
  ["an organization by its name", "select id from organizations where name = $1", ["organizations"]],
  ["a second statement of a round trip", "select 1; select id from staff where id = $1", ["staff"]],
])("A1 %s has no tenant filter", async (_, text, tables) => {
  expect((await unfiltered(text)).sort()).toEqual(tables.sort());
});

test("A1 the statements of a request are recorded, and those of the test beside it are not", async () => {
  const { organization_id } = await newGym();
  const text = `select id as "${newId()}" from members where organization_id = '${organization_id}'`;
  const ask = (tenant: string | null) =>
    inTenant({ organization_id: tenant, user_id: null }, (db) => db.execute(sql.raw(text)));
  takeStatements();
  await ask(organization_id);
  await recordStatements(() => ask(null));
  expect(takeStatements()).toEqual([]);
  await recordStatements(() => ask(organization_id));
  expect(takeStatements()).toEqual([text]);
});
