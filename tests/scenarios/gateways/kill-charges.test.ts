import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { inTenant } from "@/db/tenancy";
import type { ChargeOrder } from "@/tests/support/gateways/charge-worker";
import { newSandbox } from "@/tests/support/gateways/sandbox";
import { saveAtSandbox } from "@/tests/support/gateways/saved-at-sandbox";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { draftOf, issueAll } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { many, openOf } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { bundle, kill, standBy } from "@/tests/support/processes/child";

const KILLS = 20;
/** Of each round: more than the calls that run side by side. */
const NEW_INVOICES = 12;
const start = Temporal.Instant.from("2026-03-02T09:00:00Z");

/** A gym with the sandbox, whose member has saved a card there. */
async function chargingGym(): Promise<Gym> {
  const clock = new HandClock(start.toString());
  const gym = await newGym({ clock });
  const gateway_id = await newSandbox(gym);
  await saveAtSandbox(gym, { gateway_id, clock, method: "tm_visa" });
  return gym;
}

type Counts = { attempts: number; unsettled: number; charged: number; uncalled: number; unheard: number };

/** `uncalled`: reserved, and the gateway knows nothing. `unheard`: the gateway took the money, and its answer is not stored. */
async function countsOf({ organization_id }: Gym): Promise<Counts> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<Record<keyof Counts, string>>(sql`
      select count(*) as attempts, count(*) filter (where a.ended_at is null) as unsettled, count(o.ref) as charged,
        count(*) filter (where a.ended_at is null and o.ref is null) as uncalled,
        count(*) filter (where a.ended_at is null and o.ref is not null) as unheard
      from payment_attempts a
      left join sandbox_objects o on o.organization_id = a.organization_id and o.kind = 'payment'
        and o.owner_ref = a.id::text and o.data->>'status' = 'succeeded'
      where a.organization_id = ${organization_id}`),
  );
  const { attempts, unsettled, charged, uncalled, unheard } = rows[0] ?? {};
  return {
    ...{ attempts: Number(attempts), unsettled: Number(unsettled), charged: Number(charged) },
    ...{ uncalled: Number(uncalled), unheard: Number(unheard) },
  };
}

/** For each invoice: its payments at the gateway, and its payments in our books. */
async function paidOf({ organization_id }: Gym): Promise<{ at_gateway: number; booked: number }[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ at_gateway: number; booked: number }>(sql`
      select (select count(*)::int from sandbox_objects o where o.organization_id = i.organization_id and o.kind = 'payment'
          and o.data->>'invoice_id' = i.id::text and o.data->>'status' = 'succeeded') as at_gateway,
        (select count(*)::int from invoice_settlements s where s.organization_id = i.organization_id and s.invoice_id = i.id) as booked
      from invoices i where i.organization_id = ${organization_id}`),
  );
  return rows;
}

test("K2 charges that are killed at 20 random points charge no invoice twice, and the sweep settles all of them", async () => {
  const gym = await chargingGym();
  const { organization } = gym;
  const next = standBy(await bundle("tests/support/gateways/charge-worker.ts"));
  const invoice_ids: string[] = [];
  const left = { uncalled: 0, unheard: 0 };
  const begin = async (round: number) => {
    const child = await next();
    // Each round is an hour later, so that the sweep asks about what the last one left.
    const at = start.add({ hours: round + 1 }).toString();
    child.send({ organization, at, invoice_ids } satisfies ChargeOrder);
    await once(child, "message");
    return child;
  };
  for (let round = 0; round < KILLS; round++) {
    const drafts = many(NEW_INVOICES).map(() => draftOf(gym));
    const issued = await issueAll(gym, drafts, new HandClock(start.add({ minutes: 1 }).toString()));
    invoice_ids.push(...issued.map(({ id }) => id));
    const before = await countsOf(gym);
    const child = await begin(round);
    // By turns at any time, soon after the reservation, and soon after the first money moved.
    const moved = { 0: null, 1: "attempts" as const, 2: "charged" as const }[round % 3] ?? null;
    if (moved)
      await vi.waitUntil(async () => (await countsOf(gym))[moved] > before[moved], { timeout: 20_000, interval: 1 });
    await wait(randomInt(moved ? 20 : 200));
    await kill(child);
    const { uncalled, unheard } = await countsOf(gym);
    left.uncalled += uncalled;
    left.unheard += unheard;
  }
  for (const round of [KILLS, KILLS + 1]) {
    const child = await begin(round);
    await once(child, "message");
    await kill(child);
  }
  expect(left.uncalled, "no kill came between the reservation and the call").toBeGreaterThan(0);
  expect(left.unheard, "no kill came between the call and the settlement").toBeGreaterThan(0);
  expect(await countsOf(gym)).toMatchObject({
    unsettled: 0,
    attempts: invoice_ids.length,
    charged: invoice_ids.length,
  });
  expect(await paidOf(gym)).toEqual(invoice_ids.map(() => ({ at_gateway: 1, booked: 1 })));
  expect(await openOf(gym)).toEqual([]);
  const total = 5_900 * invoice_ids.length;
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: total, revenue: -total });
  expect(await unbalancedOf(gym)).toEqual([]);
}, 120_000);
