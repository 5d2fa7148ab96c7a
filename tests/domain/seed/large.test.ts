import { randomBytes } from "node:crypto";
import { beforeAll, expect, inject, test } from "vitest";
import { type LargeGym, seedLarge } from "@/db/seed/large";
import { fixedClock } from "@/lib/kernel/clock";
import { withConnection } from "@/scripts/database/connect";
import { cloneDatabase } from "@/scripts/postgres/temporary-cluster";
import { verifyLedger } from "@/scripts/verify-ledger/verify";
import { asSuperuser } from "./databases";

const cluster = inject("cluster");
const clock = fixedClock("2026-03-12T22:30:00Z");
let owner_url: string;
let gym: LargeGym;

beforeAll(async () => {
  owner_url = (await cloneDatabase(cluster, `large_${randomBytes(4).toString("hex")}`)).owner_url;
  gym = await seedLarge({ owner_url, scale: { members: 900, visits: 5_000, small_gyms: 2 }, clock }, () => {});
}, 60_000);

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return withConnection(owner_url, async (client) => (await client.query(sql, [gym.organization_id])).rows);
}

test("the large gym has as many members and visits as were asked for, beside small gyms", async () => {
  const [counts] = await rows(
    `select (select count(*)::int from members where organization_id = $1) as members,
       (select count(*)::int from check_ins where organization_id = $1 and check_out_at is not null) as visits,
       (select count(*)::int from check_ins where organization_id = $1 and check_out_at is null) as inside,
       (select count(*)::int from organizations where id <> $1) as others`,
  );
  expect(counts).toEqual({ members: 900, visits: 5_000, inside: 3, others: 2 });
});

test("the rollups of the large gym agree with its visits", async () => {
  const [sums] = await rows(
    `select (select sum(visits)::int from visit_hours where organization_id = $1) as folded,
       (select sum(visits)::int from member_activity where organization_id = $1) as of_members`,
  );
  expect(sums).toEqual({ folded: 5_000, of_members: 5_003 });
});

test("the large gym has common surnames and rare ones", async () => {
  const names = await rows(
    "select count(*)::int as n from members where organization_id = $1 group by last_name order by n desc",
  );
  expect(names.length).toBeGreaterThan(80);
  expect(names[0]?.n).toBeGreaterThan(30);
});

test("some members of the large gym owe an invoice, and its books are balanced", async () => {
  const [owed] = await rows(
    `select (select count(*)::int from memberships where organization_id = $1 and unpaid_minor > 0) as members,
       (select count(*)::int from invoices where organization_id = $1 and open_minor = total_minor) as invoices`,
  );
  expect(owed).toEqual({ members: owed?.invoices, invoices: owed?.members });
  expect(owed?.members).toBeGreaterThan(20);
  expect(await withConnection(asSuperuser(owner_url), verifyLedger)).toBeNull();
});
