import { expect, test } from "vitest";
import { cancelMembership, changePlan, getMembership, quoteMembership } from "@/lib/domain/memberships";
import { createPriceIncrease, withdrawPriceIncrease } from "@/lib/domain/memberships/pricing";
import { renewals } from "@/lib/domain/memberships/renewals/renewals";
import { announceIncrease, listPriceNotices, priceIncreaseNotices } from "@/lib/domain/messages/billing-mails";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { asJob } from "@/tests/support/jobs/as-job";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";

const increase = { price_minor: 6_500, effective_on: "2026-08-01", applies_to: "everyone" as const };

async function gymWithPlan() {
  freezeTime("2026-06-15T10:00:00Z");
  const gym = await newGym({ time_zone: "UTC" });
  const plan = await newPlan(gym, { price_minor: 5_900 });
  const { caller } = gym.people.gym_owner;
  const sell = async (first_name: string, fields: object = {}) =>
    newSale(gym, {
      ...{
        plan_id: plan.id,
        member_id: await newMember(gym, { first_name, email: `${first_name.toLowerCase()}@example.com` }),
      },
      ...fields,
    });
  return { gym, plan, caller, sell };
}

const runOn = (gym: Gym, run_on: string) =>
  asJob(gym, `${run_on}T09:00:00Z`, (ctx) =>
    priceIncreaseNotices.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
  );

const told = async (gym: Gym) =>
  (await messagesOf(gym)).filter(({ kind }) => kind === "price_increase_notice").map(({ to_name }) => to_name);

test("C20 everyone concerned is told once, as many days before as the notice says, with both prices and the first bill", async () => {
  const { gym, plan, caller, sell } = await gymWithPlan();
  await sell("Ana", { starts_on: "2026-06-10" });
  await sell("Dear", { price_minor: 7_000 });
  await createPriceIncrease(caller, { id: plan.id, ...increase });
  expect(await runOn(gym, "2026-07-01")).toEqual({ found: 0, acted: 0 });
  expect(await runOn(gym, "2026-07-02")).toEqual({ found: 1, acted: 1 });
  expect(await runOn(gym, "2026-07-03")).toEqual({ found: 1, acted: 0 });
  const [one] = (await messagesOf(gym)).filter(({ kind }) => kind === "price_increase_notice");
  expect(one?.variables).toMatchObject({
    ...{ old_price: "€59.00", new_price: "€65.00", interval: "a month", first_bill_on: "10 August" },
  });
});

test("C20 a membership sold after the announcement gets the new price and the notice", async () => {
  const { gym, plan, caller, sell } = await gymWithPlan();
  await createPriceIncrease(caller, { id: plan.id, ...increase });
  const sold = await sell("Late", { starts_on: "2026-06-15" });
  expect(sold.price_minor).toBe(5_900);
  await runOn(gym, "2026-07-02");
  expect(await told(gym)).toEqual(["Late"]);
  for (const run_on of ["2026-07-15", "2026-08-15"])
    await asJob(gym, `${run_on}T02:00:00Z`, (ctx) =>
      renewals.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
    );
  const later = { ...caller, clock: fixedClock("2026-08-15T10:00:00Z") };
  expect((await getMembership(later, { id: sold.id })).price_minor).toBe(6_500);
});

test("C20 the quote of such a sale is what the sale does", async () => {
  const { gym, plan, caller } = await gymWithPlan();
  await createPriceIncrease(caller, { id: plan.id, ...increase, effective_on: "2026-07-15" });
  const sale = { member_id: await newMember(gym), plan_id: plan.id, starts_on: "2026-06-20" };
  expect(await quoteMembership(caller, sale)).toMatchObject({ next_bill_on: "2026-07-20", next_bill_minor: 6_500 });
});

test("C20 who joined on the day or later keeps the price where the increase says so, and nobody is told for new sales", async () => {
  const { gym, plan, caller, sell } = await gymWithPlan();
  const before = { applies_to: "joined_before" as const, joined_before_on: "2026-06-15" };
  await createPriceIncrease(caller, { id: plan.id, ...increase, ...before });
  await sell("Late", { starts_on: "2026-06-15" });
  await sell("Early", { starts_on: "2026-06-10" });
  await runOn(gym, "2026-07-02");
  expect(await told(gym)).toEqual(["Early"]);
});

test("C20 who changes to the plan after the announcement gets the new price, too", async () => {
  const { gym, plan, caller } = await gymWithPlan();
  const other = await newPlan(gym, { price_minor: 4_900, name: "Small" });
  const sold = await newSale(gym, { plan_id: other.id, member_id: await newMember(gym, { first_name: "Moves" }) });
  await createPriceIncrease(caller, { id: plan.id, ...increase });
  await changePlan(caller, { id: sold.id, plan_id: plan.id, when: "now" });
  await runOn(gym, "2026-07-02");
  expect(await told(gym)).toEqual(["Moves"]);
});

test("P13 a notice is not sent once the price is withdrawn or the membership has ended", async () => {
  const { gym, plan, caller, sell } = await gymWithPlan();
  const leaving = await sell("Leaving", { starts_on: "2026-06-10" });
  await createPriceIncrease(caller, { id: plan.id, ...increase });
  await cancelMembership(caller, { id: leaving.id, when: "now" });
  await sell("Ana", { starts_on: "2026-06-10" });
  await runOn(gym, "2026-07-02");
  expect(await told(gym)).toEqual(["Ana"]);
  await withdrawPriceIncrease(caller, { id: plan.id });
  await turn(gym, "2026-07-02T09:05:00Z");
  expect((await messagesOf(gym)).map(({ state, reason }) => [state, reason])).toContainEqual([
    "suppressed",
    "no_longer_true",
  ]);
});

test("a notice that begins today goes out at once, and staff see who got it", async () => {
  const { gym, plan, caller, sell } = await gymWithPlan();
  await sell("Ana", { starts_on: "2026-06-10" });
  const { id } = await createPriceIncrease(caller, { id: plan.id, ...increase, effective_on: "2026-07-15" });
  const job = systemCaller("Test", gym.organization, caller.clock);
  expect(await announceIncrease(job, { increase_id: id })).toEqual({ queued: 1 });
  expect(await announceIncrease(job, { increase_id: id })).toEqual({ queued: 0 });
  const notices = await listPriceNotices(caller, { id: plan.id, increase_id: id });
  expect(notices).toMatchObject({ notice_on: "2026-06-15", data: [{ to_name: "Ana", state: "queued" }] });
});

test("a sale and an increase at the same time never leave a membership without the new price", async () => {
  const { plan, caller, sell } = await gymWithPlan();
  const sales = Array.from({ length: 8 }, (_, index) => sell(`Racer${index}`, { starts_on: "2026-06-15" }));
  const [{ raised }, ...sold] = await Promise.all([
    createPriceIncrease(caller, { id: plan.id, ...increase }),
    ...sales,
  ]);
  expect(sold).toHaveLength(8);
  await withdrawPriceIncrease(caller, { id: plan.id });
  const again = await createPriceIncrease(caller, { id: plan.id, ...increase });
  expect(raised).toBeLessThanOrEqual(8);
  // Those that the first increase missed got it by their sale; withdrawn, all of them can get it again.
  expect(again.raised).toBe(8);
});
