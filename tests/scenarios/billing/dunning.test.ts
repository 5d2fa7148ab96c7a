import { expect, test } from "vitest";
import { getDunning, listDunning } from "@/lib/domain/dunning";
import {
  accept,
  caseIdOf,
  casesOf,
  charge,
  newCard,
  react,
  refuse,
  run,
  withPolicies,
} from "@/tests/support/gateways/dunning";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { billedTo, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { invoiceIdsOf } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";
import { door } from "@/tests/support/policies/door";

/** Every five minutes would be slow: the hours that matter, in order. */
async function runAll(gym: Gym, clock: HandClock, times: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const time of times) {
    clock.set(time);
    await run(gym, clock);
    seen.push(`${time.slice(0, 16)}Z ${(await casesOf(gym)).join(" | ")}`);
  }
  return seen;
}

test("K3 K4 K6 K7 K23 a failing card goes through the whole schedule to the write-off, and a new card brings the member back", async () => {
  const clock = new HandClock("2026-01-05T10:00:00Z");
  const gym = withPolicies(await newGym({ time_zone: "America/New_York", currency: "USD", clock }), {
    unpaid_write_off_days: 60,
  });
  await openedAt(gym, "2025-06-01T00:00:00Z");
  const gateway = await connectScripted(gym);
  await newSale(gym, { plan_id: (await newPlan(gym, { price_minor: 8_900 })).id });
  await charge(gym, await invoiceIdsOf(gym), clock);
  expect(await casesOf(gym)).toEqual([]);

  // The second month is refused, and so is the third.
  refuse(gateway, "insufficient_funds");
  clock.set("2026-02-05T07:10:00Z");
  await renewAt(gym, "2026-02-05T07:10:00Z");
  await charge(gym, (await invoiceIdsOf(gym)).slice(1), clock);
  expect(
    await runAll(gym, clock, [
      "2026-02-05T07:15:00Z",
      "2026-02-06T07:00:00Z",
      "2026-02-09T07:00:00Z",
      "2026-02-16T07:00:00Z",
    ]),
  ).toEqual([
    "2026-02-05T07:15Z INV-00002 open, 1 tries, next 2026-02-06T07:00Z schedule",
    "2026-02-06T07:00Z INV-00002 open, 2 tries, next 2026-02-09T07:00Z schedule",
    "2026-02-09T07:00Z INV-00002 open, 3 tries, next 2026-02-16T07:00Z schedule",
    "2026-02-16T07:00Z INV-00002 stopped, 4 tries, no_tries_left",
  ]);
  expect(await door(gym, gym.member_id, { at: "2026-02-17T15:00:00Z" })).toBe("overdue");

  clock.set("2026-03-05T07:10:00Z");
  await renewAt(gym, "2026-03-05T07:10:00Z");
  await charge(gym, (await invoiceIdsOf(gym)).slice(2), clock);
  // In March the clock goes forward on the 8th: 02:00 is 06:00 UTC from then on.
  expect(
    await runAll(gym, clock, [
      "2026-03-06T07:00:00Z",
      "2026-03-09T06:00:00Z",
      "2026-03-16T06:00:00Z",
      "2026-04-05T15:00:00Z",
      "2026-04-06T15:00:00Z",
    ]),
  ).toEqual([
    "2026-03-06T07:00Z INV-00002 stopped, 4 tries, no_tries_left | INV-00003 open, 2 tries, next 2026-03-09T06:00Z schedule",
    "2026-03-09T06:00Z INV-00002 stopped, 4 tries, no_tries_left | INV-00003 open, 3 tries, next 2026-03-16T06:00Z schedule",
    "2026-03-16T06:00Z INV-00002 stopped, 4 tries, no_tries_left | INV-00003 stopped, 4 tries, no_tries_left",
    "2026-04-05T15:00Z INV-00002 stopped, 4 tries, no_tries_left | INV-00003 stopped, 4 tries, no_tries_left",
    "2026-04-06T15:00Z INV-00002 ended, 4 tries, written_off | INV-00003 stopped, 4 tries, no_tries_left",
  ]);
  expect(gateway.charged_minor).toBe(8_900);

  // What is left of the debt is collected with the new card, and the member may come in again.
  accept(gateway);
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00002 ended, 4 tries, written_off", "INV-00003 ended, 4 tries, paid"]);
  expect(gateway.charged_minor).toBe(17_800);
  expect(await door(gym, gym.member_id, { at: "2026-04-06T16:00:00Z" })).not.toBe("overdue");
  expect((await listDunning({ ...gym.people.gym_owner.caller, clock }, {})).data).toEqual([]);
  const lost = await caseIdOf(gym, (await invoiceIdsOf(gym))[1] ?? "");
  const { steps } = await getDunning({ ...gym.people.gym_owner.caller, clock }, { id: lost });
  expect(steps.map(({ sentence }) => sentence)).toEqual([
    "The bank said insufficient funds. Next try Friday 6 February, 02:00.",
    "The bank said insufficient funds. Next try Monday 9 February, 02:00.",
    "The bank said insufficient funds. Next try Monday 16 February, 02:00.",
    "The bank said insufficient funds. There are no more tries.",
    "The invoice was written off on Monday.",
  ]);

  // The next month is paid as if nothing had been.
  await renewAt(gym, "2026-04-07T07:10:00Z");
  clock.set("2026-04-07T07:10:00Z");
  await charge(gym, (await invoiceIdsOf(gym)).slice(3), clock);
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-01-05 2026-02-04 8900",
    "INV-00002 period 2026-02-05 2026-03-04 8900",
    "INV-00003 period 2026-03-05 2026-04-04 8900",
    "INV-00004 period 2026-04-05 2026-05-04 8900",
  ]);
  const { gateway_clearing, write_offs, receivable } = await ledgerOf(gym);
  expect({ gateway_clearing, write_offs, receivable }).toEqual({
    ...{ gateway_clearing: 26_700, write_offs: 8_900, receivable: undefined },
  });
  expect(await unbalancedOf(gym)).toEqual([]);
});
