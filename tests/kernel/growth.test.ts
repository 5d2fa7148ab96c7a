import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { analyzeGrownTables } from "@/db/statistics";
import { inTenant } from "@/db/tenancy";
import { advanceImport, uploadImport } from "@/lib/domain/imports";
import { advanceClosure, createClosure } from "@/lib/domain/memberships/closures";
import { createPriceIncrease, withdrawPriceIncrease } from "@/lib/domain/memberships/pricing";
import { executeScheduleRun } from "@/lib/domain/platform/schedules";
import { uploadFrom } from "@/lib/kernel/upload";
import { sentMessages } from "@/tests/support/database/statements";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { claimAt, clockwork, openedAt, takeOrders } from "@/tests/support/jobs/schedules";

const owner = (gym: Gym) => gym.people.gym_owner.caller;
const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

/** What a write sends, in short: `commit`, `analyze` or `other`. */
async function parts(work: () => Promise<unknown>): Promise<string[]> {
  const sent = (await sentMessages(work)).flat().map(({ text }) => text);
  return sent.map((text) => (/analyze_grown_tables/.test(text) ? "analyze" : text === "commit" ? text : "other"));
}

/** The write commits first, and the statistics have a transaction of their own at its end. */
const analyzes = (sent: string[]) => sent.indexOf("commit") < sent.indexOf("analyze") && sent.at(-1) === "commit";

test("each write of many rows refreshes the statistics after its commit", async () => {
  const at = "2026-03-10T12:00:00Z";
  const gym = await newGym({ clock: new HandClock(at) });
  await openedAt(gym, "2026-01-01T00:00:00Z");
  await claimAt(gym, at);
  const [[run_id = ""] = []] = await takeOrders(gym);
  expect(analyzes(await parts(() => executeScheduleRun(clockwork(gym, at), { run_id })))).toBe(true);

  const file = new Blob(["First name,Last name,Email\r\nAnn,Lee,ann.lee@example.com\r\n"]);
  let id = "";
  const uploading = async () => {
    const upload = uploadFrom(file.stream(), "text/csv", 10_000);
    id = (await uploadImport.execute(owner(gym), { file_name: "members.csv" }, { upload })).output.id;
  };
  expect(analyzes(await parts(uploading))).toBe(true);
  await inTenant(inGym(gym), (db) =>
    db.execute(
      sql`update imports set status = 'checking' where organization_id = ${gym.organization_id} and id = ${id}`,
    ),
  );
  expect(analyzes(await parts(() => advanceImport(owner(gym), { id })))).toBe(true);

  const days = { from_on: "2026-04-01", to_on: "2026-04-07" };
  const closure = await createClosure(owner(gym), { location_id: gym.location_id, ...days, reason: "Renovation" });
  const closing = () => advanceClosure(clockwork(gym, at), { closure_id: closure.id });
  expect(analyzes(await parts(closing))).toBe(true);

  const plan = await newPlan(gym, { price_minor: 5_900 });
  const increase = { id: plan.id, price_minor: 6_500, effective_on: "2026-08-01", applies_to: "new_sales" as const };
  expect(analyzes(await parts(() => createPriceIncrease(owner(gym), increase)))).toBe(true);
  expect(analyzes(await parts(() => withdrawPriceIncrease(owner(gym), { id: plan.id })))).toBe(true);
});

/** Draft invoices, until the table is more than twice as large as PostgreSQL knows it. */
const growInvoices = (gym: Gym) =>
  inTenant(inGym(gym), async (db) => {
    await db.execute(sql`
      insert into invoices (id, organization_id, origin, legal_entity_id, location_id, payer_member_id, currency, net_minor,
        tax_minor, total_minor, note)
      select gen_random_uuid(), e.organization_id, 'manual', e.id, ${gym.location_id}::uuid, ${gym.member_id}::uuid, 'USD', 0, 0, 0, repeat('note ', 300)
      from legal_entities e, generate_series(1, (select 8 * (20 + 2 * greatest(relpages, 0)) from pg_class where oid = 'invoices'::regclass))
      where e.organization_id = ${gym.organization_id} and e.is_default`);
  });

const knownPages = (gym: Gym) =>
  inTenant(inGym(gym), async (db) => {
    const { rows } = await db.execute<{ known: number; is_current: boolean }>(sql`
      select relpages as known, relpages = pg_relation_size(oid) / 8192 as is_current from pg_class where oid = 'invoices'::regclass`);
    return rows[0];
  });

test("the application's login refreshes the statistics of a table that has grown, and only of such a table", async () => {
  const gym = await newGym();
  await growInvoices(gym);
  expect((await knownPages(gym))?.is_current).toBe(false);
  await analyzeGrownTables();
  const after = await knownPages(gym);
  expect(after?.is_current).toBe(true);
  await inTenant(inGym(gym), (db) =>
    db.execute(sql`
      insert into invoices (id, organization_id, origin, legal_entity_id, location_id, payer_member_id, currency, net_minor, tax_minor, total_minor, note)
      select gen_random_uuid(), organization_id, origin, legal_entity_id, location_id, payer_member_id, currency, 0, 0, 0, note
      from invoices where organization_id = ${gym.organization_id} limit 20`),
  );
  await analyzeGrownTables();
  expect((await knownPages(gym))?.known).toBe(after?.known);
});

test("every table belongs to the owner of the function, so that it is among them", async () => {
  const gym = await newGym();
  const { rows } = await inTenant(inGym(gym), (db) =>
    db.execute(sql`
      select c.relname from pg_class c join pg_proc p on p.proname = 'analyze_grown_tables' and p.pronamespace = c.relnamespace
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relowner <> p.proowner`),
  );
  expect(rows).toEqual([]);
});
