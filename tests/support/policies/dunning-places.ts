import { tryDunning } from "@/lib/domain/dunning";
import { renewals } from "@/lib/domain/memberships/renewals/renewals";
import { fixedClock } from "@/lib/kernel/clock";
import { accept, caseIdOf, casesOf, charge, newCard, react, refuse, run } from "@/tests/support/gateways/dunning";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { billedTo } from "@/tests/support/gym/bills";
import { owe } from "@/tests/support/gym/debts";
import type { Gym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { newSale } from "@/tests/support/gym/plans";
import { newMembership } from "@/tests/support/gym/visits";
import { asJob } from "@/tests/support/jobs/as-job";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { noon } from "@/tests/support/messages/messages";
import { as, door } from "./door";

/** An invoice that was charged at noon and refused. */
async function refusedAtNoon(gym: Gym, ids?: string[]) {
  const [gateway, clock] = [await connectScripted(gym), new HandClock(noon)];
  refuse(gateway, "insufficient_funds");
  const invoice_ids = ids ?? [(await newInvoice(gym, { at: fixedClock(noon) })).id];
  await charge(gym, invoice_ids, clock);
  return { gateway, clock, id: invoice_ids[0] ?? "" };
}

export async function nextTry(gym: Gym): Promise<string[]> {
  await refusedAtNoon(gym);
  return casesOf(gym);
}

export async function afterNewCard(gym: Gym): Promise<string[]> {
  const { gateway, clock } = await refusedAtNoon(gym);
  accept(gateway);
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  return casesOf(gym);
}

export async function afterManualTry(gym: Gym): Promise<{ says: string; after: string[] }> {
  const { id } = await refusedAtNoon(gym);
  const { sentence } = await tryDunning(as(gym, "receptionist", "2026-03-05T14:00:00Z"), {
    id: await caseIdOf(gym, id),
  });
  return { says: sentence, after: await casesOf(gym) };
}

/** What became of a membership and its invoice, ten days after the due day. */
export async function tenDaysUnpaid(gym: Gym): Promise<{ door: string | string[]; cases: string[] }> {
  const membership_id = await newMembership(gym, gym.member_id);
  const ids = await owe(gym, [{ member_id: gym.member_id, membership_id, due_on: "2026-03-05" }]);
  const { clock } = await refusedAtNoon(gym, ids);
  clock.set("2026-03-15T12:00:00Z");
  await run(gym, clock);
  return { door: await door(gym, gym.member_id, { at: "2026-03-15T12:10:00Z" }), cases: await casesOf(gym) };
}

/** The periods that are billed while the first one is unpaid. */
export async function nextCycleWhileUnpaid(gym: Gym): Promise<string[]> {
  const caller = { ...gym.people.gym_owner.caller, clock: fixedClock(noon) };
  await newSale({ ...gym, people: { ...gym.people, gym_owner: { ...gym.people.gym_owner, caller } } });
  await asJob(gym, "2026-04-05T06:00:00Z", (ctx) =>
    renewals.run(ctx, {
      location: { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" },
      run_on: "2026-04-05",
    }),
  );
  return billedTo(gym);
}
