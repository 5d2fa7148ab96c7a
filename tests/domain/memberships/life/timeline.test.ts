import { expect, test } from "vitest";
import {
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  freezeMembership,
  getTimeline,
  removeFreeze,
  undoPlanChange,
  updateMembership,
  withdrawCancellation,
} from "@/lib/domain/memberships";
import { createPriceIncrease, withdrawPriceIncrease } from "@/lib/domain/memberships/pricing";
import { newRate } from "@/tests/support/billing/settings";
import { billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { sellMembership } from "@/tests/support/gym/memberships";
import { newPlan, newSale } from "@/tests/support/gym/plans";

type Entries = Awaited<ReturnType<typeof getTimeline>>["data"];
const said = (data: Entries) => data.map(({ title, sentence }) => `${title}: ${sentence}`);

test("each action is an event with its sentence, together with documents and payments, newest first", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { name: "Off-peak" });
  const { id } = await newSale(gym, { plan_id: plan.id });
  clock.set("2026-01-11T12:00:00Z");
  await payAll(gym);
  clock.set("2026-01-12T12:00:00Z");
  await freezeMembership(owner(gym), { id, from_on: "2026-02-03", to_on: "2026-02-28", reason: "A journey" });
  clock.set("2026-01-13T12:00:00Z");
  await changeFreezeEnd(owner(gym), { id, to_on: "2026-02-17" });
  clock.set("2026-01-14T12:00:00Z");
  await removeFreeze(owner(gym), { id });
  clock.set("2026-01-15T12:00:00Z");
  await cancelMembership(owner(gym), { id, when: "period_end", reason: "Moves away" });
  clock.set("2026-01-16T12:00:00Z");
  await withdrawCancellation(owner(gym), { id });
  const { data } = await getTimeline(desk(gym), { id });
  expect(said(data)).toEqual([
    "Cancellation withdrawn: The cancellation of 10 February 2026 was withdrawn. The next bill is on 10 February 2026.",
    "Cancelled: Cancelled. The last day of access is 9 February 2026.",
    "Freeze removed: The freeze 3\u2009–\u200917 February 2026 was taken back. The next bill moved from 25 February 2026 to 10 February 2026.",
    "Freeze changed: The freeze from 3 February 2026 now ends on 17 February 2026; before, it ended on 28 February 2026. The next bill moved from 8 March 2026 to 25 February 2026.",
    "Frozen: Frozen 3\u2009–\u200928 February 2026. The next bill moved from 10 February 2026 to 8 March 2026.",
    "Paid: €59.00 of INV-00001 paid by bank transfer.",
    "Invoice INV-00001: €59.00 billed for the sale.",
    "Sold: Off-peak for €59.00, from 10 January 2026 on.",
  ]);
  expect(data.map(({ by }) => by !== null)).toEqual([true, true, true, true, true, false, false, true]);
  expect(data.map(({ reason }) => reason)).toEqual([null, "Moves away", null, null, "A journey", null, null, null]);
});

test("plan changes, a moved start and a price increase are events, and an undo is one too", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const [off_peak, anytime] = [
    await newPlan(gym, { name: "Off-peak" }),
    await newPlan(gym, { name: "Anytime", price_minor: 8900 }),
  ];
  const { id } = await newSale(gym, { plan_id: off_peak.id, starts_on: "2026-01-20" });
  clock.set("2026-01-11T12:00:00Z");
  await updateMembership(owner(gym), { id, starts_on: "2026-01-15" });
  await payAll(gym);
  clock.set("2026-01-20T12:00:00Z");
  await changePlan(owner(gym), { id, plan_id: anytime.id, when: "period_end" });
  clock.set("2026-01-21T12:00:00Z");
  await undoPlanChange(owner(gym), { id });
  const increase = { id: off_peak.id, price_minor: 6500, effective_on: "2026-04-01", applies_to: "everyone" as const };
  clock.set("2026-01-22T12:00:00Z");
  await createPriceIncrease(owner(gym), increase);
  clock.set("2026-01-23T12:00:00Z");
  await withdrawPriceIncrease(owner(gym), { id: off_peak.id });
  clock.set("2026-01-24T12:00:00Z");
  await changePlan(owner(gym), { id, plan_id: anytime.id, when: "now" });
  const { data } = await getTimeline(owner(gym), { id });
  const events = data.filter(({ document }) => document === null);
  expect(events.map(({ kind }) => kind)).toEqual([
    "plan_changed",
    "price_undone",
    "price_scheduled",
    "plan_change_undone",
    "plan_change_scheduled",
    "start_moved",
    "sold",
  ]);
  expect(said(events.slice(1, 6))).toEqual([
    "New price withdrawn: The new price of €65.00 was withdrawn. The price stays €59.00.",
    "New price: The price changes from €59.00 to €65.00 with the first period from 1 April 2026 on.",
    "Plan change undone: The change to Anytime was taken back. The plan stays Off-peak.",
    "Plan change scheduled: The plan changes from Off-peak to Anytime for €89.00 at the end of the period, on 15 February 2026.",
    "Start moved: The start moved from 20 January 2026 to 15 January 2026. The next bill moved from 20 February 2026 to 15 February 2026.",
  ]);
});

test("the renewals write no event, also where a change takes effect", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const anytime = await newPlan(gym, { name: "Anytime", price_minor: 8900 });
  const { id } = await newSale(gym);
  await payAll(gym);
  await changePlan(owner(gym), { id, plan_id: anytime.id, when: "period_end" });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-03-10T03:00:00Z");
  clock.set("2026-03-10T12:00:00Z");
  const { data } = await getTimeline(owner(gym), { id });
  expect(data.filter(({ document }) => document === null).map(({ kind }) => kind)).toEqual([
    "plan_change_scheduled",
    "sold",
  ]);
});

test("C12 what comes is what the renewals then bill, with its tax", async () => {
  const { gym, clock } = await gymAt("2026-01-31T12:00:00Z");
  await newRate(gym, { tax_class: "membership" });
  await newRate(gym, { tax_class: "coaching", name: "Reduced VAT", rate_ppm: 50_000 });
  const plan = await newPlan(gym, { name: "Coaching", price_minor: 8900, tax_class: "coaching" });
  const { id } = await newSale(gym);
  await payAll(gym);
  await changePlan(owner(gym), { id, plan_id: plan.id, when: "period_end" });
  await freezeMembership(owner(gym), { id, from_on: "2026-03-10", to_on: "2026-03-19" });
  const { coming } = await getTimeline(desk(gym), { id });
  expect(
    coming.slice(0, 5).map(({ kind, on, bill }) => `${on} ${kind} ${bill?.total_minor} ${bill?.tax_minor}`),
  ).toEqual([
    "2026-02-28 plan undefined undefined",
    "2026-02-28 bill 8900 424",
    "2026-03-10 freeze_begins undefined undefined",
    "2026-03-20 freeze_ends undefined undefined",
    "2026-04-10 bill 8900 424",
  ]);
  expect(coming.map(({ sentence }) => sentence).slice(0, 4)).toEqual([
    "The plan changes from Plan 5 to Coaching, for €89.00 a period.".replace("Plan 5", (await saleName(gym, id)) ?? ""),
    "€89.00, 28 February\u2009–\u200930 March 2026, for period 2. Tax of €4.24 is in the total.",
    "Frozen to 19 March 2026, the last frozen day. The next bill and the end move by the frozen days.",
    "The freeze from 10 March 2026 lasts 10 days.",
  ]);
  const bills = coming.flatMap(({ bill }) => bill?.lines ?? []).slice(0, 3);
  for (const { due_on } of bills) await renewAt(gym, `${due_on}T03:00:00Z`);
  clock.set("2026-05-10T12:00:00Z");
  const renewed = (await billedTo(gym)).slice(1);
  expect(renewed.map((line) => line.split(" ").slice(2).join(" "))).toEqual(
    bills.map(({ from_on, to_on, total_minor }) => `${from_on} ${to_on} ${total_minor}`),
  );
  const { data } = await getTimeline(owner(gym), { id });
  expect(data.filter(({ kind }) => kind === "invoice").map(({ amount_minor }) => amount_minor)).toEqual([
    8900, 8900, 8900, 5900,
  ]);
});

const saleName = async (gym: Awaited<ReturnType<typeof gymAt>>["gym"], id: string) =>
  /^(.*) for/.exec(
    (await getTimeline(owner(gym), { id })).data.find(({ kind }) => kind === "sold")?.sentence ?? "",
  )?.[1];

test("an end is announced, and a term says that it does not renew by itself", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const term = await newPlan(gym, { kind: "fixed_term", interval_count: 3 });
  const { id } = await newSale(gym, { plan_id: term.id });
  const { coming } = await getTimeline(owner(gym), { id });
  expect(coming).toEqual([
    {
      ...{ kind: "expires", on: "2026-04-10", title: "Ends", bill: null },
      sentence: "The term ends. The last day of access is 9 April 2026. It does not renew by itself.",
    },
  ]);
});

test("the pages of the past neither repeat nor lose an entry", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  for (const day of ["12", "13", "14"]) {
    clock.set(`2026-01-${day}T12:00:00Z`);
    await cancelMembership(owner(gym), { id, when: "period_end" });
    await withdrawCancellation(owner(gym), { id });
  }
  await payAll(gym);
  const all = await getTimeline(owner(gym), { id });
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await getTimeline(owner(gym), { id, limit: 2, ...(cursor && { cursor }) });
    found.push(...page.data.map((entry) => entry.id));
    expect(page.coming.length > 0).toBe(cursor === undefined);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(found).toEqual(all.data.map((entry) => entry.id));
  expect(found).toHaveLength(9);
});

test("a trainer sees what happened, but no documents and no bills", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const { data, coming } = await getTimeline(gym.people.trainer.caller, { id });
  expect(data.map(({ kind }) => kind)).toEqual(["sold"]);
  expect(coming.every(({ bill }) => bill === null)).toBe(true);
  expect(coming[0]?.sentence).not.toContain("59");
});

test("a membership of another gym is not found, and one that was imported began with its import", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const other = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(other.gym);
  expect(await outcomeOf(getTimeline(owner(gym), { id }))).toBe("not_found");
  const old = await sellMembership(gym, gym.member_id, { plan_name: "Old plan", next_bill_on: "2026-02-10" });
  const { data, coming } = await getTimeline(owner(gym), { id: old });
  expect(data.map(({ kind, on }) => `${kind} ${on}`)).toEqual(["sold 2024-01-10"]);
  expect(coming[0]).toMatchObject({ kind: "bill", on: "2026-02-10" });
});
