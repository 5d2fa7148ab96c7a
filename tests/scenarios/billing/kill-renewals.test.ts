import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { and, asc, eq, sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { invoices, members, memberships, scheduleRuns } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { addMonthsAnchored } from "@/lib/values/calendar-day";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll } from "@/tests/support/gym/invoices";
import { ledgerOf } from "@/tests/support/gym/ledger";
import { newPlan } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import type { RenewalOrder } from "@/tests/support/jobs/renewal-worker";
import { claimAt, openedAt, perform } from "@/tests/support/jobs/schedules";
import { bundle, kill, standBy } from "@/tests/support/processes/child";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const KILLS = 20;
/** More than two transactions of the renewals. */
const MEMBERS = 450;
const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const billDay = (month: number) => addMonthsAnchored(31, "2026-01-31", month);

/** A gym whose members are all due on the last day of each month. Every tenth of them has account credit. */
async function dueGym(): Promise<Gym> {
  const gym = await newGym({ time_zone: "Europe/London", clock: new HandClock("2026-01-31T12:00:00Z") });
  await openedAt(gym, "2026-01-01T00:00:00Z");
  const plan = await newPlan(gym);
  const { organization_id, location_id } = gym;
  const first = await newMember(gym, { first_name: "Member 0" });
  const people = Array.from({ length: MEMBERS }, (_, n) => ({ id: n === 0 ? first : newId(), n }));
  await inTenant(inGym(gym), async (db) => {
    const [row] = await db
      .select()
      .from(members)
      .where(and(eq(members.organization_id, organization_id), eq(members.id, first)));
    if (!row) throw new Error("The first member is stored");
    const others = people
      .slice(1)
      .map(({ id, n }) => ({ ...row, id, first_name: `Member ${n}`, member_code: `K-${n}` }));
    await insertRecords({ db }, members, others);
    const sold = people.map(({ id, n }) => ({
      ...{ id: newId(), organization_id, member_id: id, plan_id: plan.id, location_id, plan_name: plan.name },
      ...{ price_minor: 5_900 + n, joining_fee_minor: 0, currency: plan.currency, sessions_used: 0, unpaid_minor: 0 },
      ...{ starts_on: "2026-01-31", anchor_day: 31, next_bill_on: billDay(1), version: 1 },
      ...{ created_at: "2026-01-31T12:00:00Z", updated_at: "2026-01-31T12:00:00Z" },
    }));
    await insertRecords({ db }, memberships, sold);
  });
  const credits = people.filter(({ n }) => n % 10 === 0);
  await issueAll(
    gym,
    credits.map(({ id, n }) => draftOf(gym, { member_id: id, lines: [{ list_minor: -1_000 - n * 50 }] })),
    gym.people.gym_owner.caller.clock,
  );
  return gym;
}

/** The unfinished days of the renewals, the oldest first. */
async function dueRuns(gym: Gym): Promise<string[]> {
  const { organization_id, schedule, state, run_on, id } = scheduleRuns;
  const rows = await inTenant(inGym(gym), (db) =>
    db
      .select({ id })
      .from(scheduleRuns)
      .where(and(eq(organization_id, gym.organization_id), eq(schedule, "renewals"), eq(state, "running")))
      .orderBy(asc(run_on)),
  );
  return rows.map((row) => row.id);
}

/** Every document with its lines and payments from credit, by the name of the member, without ids and times. */
async function documentsOf({ organization_id }: Gym): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ text: string }>(sql`
      select concat_ws(' ', i.number, m.first_name, i.issued_on, i.due_on, l.kind, l.from_on, l.to_on, l.total_minor, i.open_minor,
        (select sum(s.amount_minor) from invoice_settlements s where s.organization_id = i.organization_id and s.invoice_id = i.id)) as text
      from invoices i
      join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
      join members m on m.organization_id = i.organization_id and m.id = i.payer_member_id
      where i.organization_id = ${organization_id} order by i.kind, i.sequence, l.position`),
  );
  return rows.map(({ text }) => text);
}

const issuedIn = (gym: Gym): Promise<number> =>
  inTenant(inGym(gym), (db) => db.$count(invoices, eq(invoices.organization_id, gym.organization_id)));

test("C13 renewals that are killed at 20 random moments and resumed give the ledger of one clean run", async () => {
  const [killed, clean] = [await dueGym(), await dueGym()];
  // Autovacuum would do it within a minute. Without statistics each new line of an invoice reads all invoices of the gym.
  await withConnection(withDatabase(inject("cluster").superuser_url, database), (client) => client.query("analyze"));
  const next = standBy(await bundle("tests/support/jobs/renewal-worker.ts"));
  // Grows until a transaction commits, so that kills meet each part of a run, on a slow machine too.
  let longest_ms = 100;
  const reached = new Set<number>();
  let [month, kills] = [0, 0];
  while (kills < KILLS) {
    month += 1;
    const at = `${billDay(month)}T03:00:00Z`;
    await claimAt(killed, at);
    for (let run_ids = await dueRuns(killed); run_ids.length > 0; run_ids = await dueRuns(killed)) {
      const child = await next();
      const { organization } = killed;
      child.send({ organization, at, run_ids } satisfies RenewalOrder);
      await once(child, "message");
      const done = once(child, "message").then(() => true);
      const is_done = await (kills < KILLS
        ? Promise.race([wait(randomInt(Math.ceil(longest_ms)), false), done])
        : done);
      await kill(child);
      if (is_done) continue;
      kills += 1;
      const known = reached.size;
      longest_ms = reached.add(await issuedIn(killed)).size > known ? 100 : longest_ms * 1.5;
    }
  }
  for (let run = 1; run <= month; run++) {
    const at = `${billDay(run)}T03:00:00Z`;
    await claimAt(clean, at);
    await perform(clean, at, await dueRuns(clean));
  }
  expect(reached.size, "a kill came after a transaction of the run").toBeGreaterThan(1);
  const documents = await documentsOf(killed);
  expect(documents.length).toBe(MEMBERS * month + MEMBERS / 10);
  expect(documents).toEqual(await documentsOf(clean));
  expect(await ledgerOf(killed)).toEqual(await ledgerOf(clean));
}, 120_000);
