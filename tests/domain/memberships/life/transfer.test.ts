import { expect, test } from "vitest";
import {
  cancelMembership,
  changePlan,
  freezeMembership,
  getMembership,
  getTimeline,
  previewTransfer,
  transferMembership,
} from "@/lib/domain/memberships";
import { balanceOf, billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { unbalancedOf } from "@/tests/support/gym/ledger";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

const reason = "Moves to another city";

test("the paid days go over: the next bill stays on its day, and nothing is billed twice", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const to_member_id = await newMember(gym, { first_name: "Jack", last_name: "Obi" });
  clock.set("2026-01-20T12:00:00Z");
  const preview = await previewTransfer(owner(gym), { id, to_member_id });
  expect(preview).toMatchObject({
    ...{ lines: [], total_minor: 0, to_member_name: "Jack Obi", stays_unpaid_minor: 5900 },
    before: { next_bill_on: "2026-02-10" },
    after: { next_bill_on: "2026-02-10", next_bill_minor: 5900, ends_on: null },
  });
  const taken = await transferMembership(owner(gym), { id, to_member_id, reason });
  expect(taken).toMatchObject({
    ...{ member_id: to_member_id, starts_on: "2026-01-20", status: "active", next_bill_on: "2026-02-10" },
    transferred_from_id: id,
  });
  expect(await getMembership(owner(gym), { id })).toMatchObject({
    ...{ status: "cancelled", cancelled_on: "2026-01-20", next_bill_on: null },
    cancel_reason: `Transferred to Jack Obi: ${reason}`,
  });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect(await billedTo(gym)).toEqual(["INV-00001 period 2026-01-10 2026-02-09 5900"]);
  expect(await billedTo(gym, to_member_id)).toEqual([
    "INV-00002 period 2026-02-10 2026-03-09 5900",
    "INV-00003 period 2026-03-10 2026-04-09 5900",
  ]);
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 5900 });
  expect(await unbalancedOf(gym)).toEqual([]);
  const [old, now] = [await getTimeline(owner(gym), { id }), await getTimeline(owner(gym), { id: taken.id })];
  expect(old.data[0]).toMatchObject({ kind: "transferred_to", reason });
  expect(old.data.filter(({ kind }) => kind === "cancelled")).toEqual([]);
  expect(now.data.at(-1)?.sentence).toBe(
    "The membership came from Mina Member on 20 January 2026, with its paid days and its terms.",
  );
});

test("on the day of the bill the new member pays it, with the fee; the preview says the same", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const to_member_id = await newMember(gym);
  clock.set("2026-02-10T01:00:00Z");
  const choice = { id, to_member_id, fee_minor: 1500 };
  const preview = await previewTransfer(owner(gym), choice);
  expect(preview.lines.map(({ kind, label, total_minor }) => [kind, label, total_minor])).toEqual([
    ["period", expect.any(String), 5900],
    ["transfer_fee", expect.stringMatching(/^Transfer of /), 1500],
  ]);
  const taken = await transferMembership(owner(gym), { ...choice, reason });
  expect([preview.total_minor, preview.after.next_bill_on]).toEqual([7400, taken.next_bill_on]);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await billedTo(gym, to_member_id)).toEqual([
    "INV-00002 period 2026-02-10 2026-03-09 5900",
    "INV-00002 transfer_fee 2026-02-10 1500",
  ]);
  expect(await billedTo(gym)).toHaveLength(1);
});

test("bills that were missed before the day stay with the former member", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const to_member_id = await newMember(gym);
  clock.set("2026-02-15T12:00:00Z");
  const preview = await previewTransfer(owner(gym), { id, to_member_id });
  expect(preview).toMatchObject({ total_minor: 0, stays_unpaid_minor: 11_800 });
  await transferMembership(owner(gym), { id, to_member_id, reason });
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 11_800 });
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect(await billedTo(gym, to_member_id)).toEqual(["INV-00003 period 2026-03-10 2026-04-09 5900"]);
});

test("frozen days, the minimum term, a coupon and a scheduled plan change go over", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { min_term_months: 6 });
  const dear = await newPlan(gym, { price_minor: 8000 });
  const coupon = await newCoupon(gym, { periods: 3 });
  const { id } = await newSale(gym, { plan_id: plan.id, coupon_code: coupon.code });
  await payAll(gym);
  await freezeMembership(owner(gym), { id, from_on: "2026-01-12", to_on: "2026-01-21" });
  clock.set("2026-01-25T12:00:00Z");
  await changePlan(owner(gym), { id, plan_id: dear.id, when: "period_end" });
  const to_member_id = await newMember(gym);
  const preview = await previewTransfer(owner(gym), { id, to_member_id });
  const taken = await transferMembership(owner(gym), { id, to_member_id, reason });
  expect([preview.after.next_bill_on, taken.next_bill_on, preview.after.next_bill_minor]).toEqual([
    "2026-02-20",
    "2026-02-20",
    6400,
  ]);
  expect(taken.next_plan).toMatchObject({ plan_id: dear.id, from_on: "2026-02-20" });
  for (const at of ["2026-02-20", "2026-03-20", "2026-04-20"]) await renewAt(gym, `${at}T03:00:00Z`);
  expect((await billedTo(gym, to_member_id)).map((line) => line.split(" ").at(-1))).toEqual(["6400", "6400", "8000"]);
  clock.set("2026-04-21T12:00:00Z");
  const ends = await cancelMembership(owner(gym), { id: taken.id, when: "period_end" });
  // Six months from 10 January and ten frozen days: the first bill day after 19 July.
  expect(ends.cancelled_on).toBe("2026-07-20");
});

test("a term keeps its end, and of a pack the sessions that are left go over", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const pack = await newPlan(gym, { kind: "session_pack", sessions_included: 10, interval_count: 3 });
  const { id, ends_on } = await newSale(gym, { plan_id: pack.id });
  clock.set("2026-02-01T12:00:00Z");
  const to_member_id = await newMember(gym);
  const taken = await transferMembership(owner(gym), { id, to_member_id, reason });
  expect(taken).toMatchObject({ ends_on, sessions_included: 10, sessions_used: 0, next_bill_on: null });
});

test("a transfer needs a permission, another member of the gym, and a membership that runs", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const to_member_id = await newMember(gym);
  const attempt = async (fields: object, caller = owner(gym)) =>
    outcomeOf(transferMembership(caller, { id: (await newSale(gym)).id, to_member_id, reason, ...fields }));
  const frozen = await newSale(gym);
  await freezeMembership(owner(gym), { id: frozen.id, from_on: "2026-01-10", to_on: "2026-01-30" });
  const cancelled = await newSale(gym);
  await cancelMembership(owner(gym), { id: cancelled.id, when: "period_end" });
  expect([
    await attempt({}, desk(gym)),
    await attempt({ to_member_id: gym.member_id }),
    await attempt({ to_member_id: await newMember(await newGym()) }),
    await attempt({ to_member_id: await newMember(gym, { archived_at: "2026-01-01T00:00:00Z" }) }),
    await attempt({ id: frozen.id }),
    await attempt({ id: cancelled.id }),
  ]).toEqual(["forbidden", "invalid_input", "not_found", "invalid_input", "conflict", "conflict"]);
});

test("two transfers at the same time: one membership goes over once", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const others = await Promise.all([newMember(gym), newMember(gym), newMember(gym)]);
  const outcomes = await Promise.all(
    others.map((to_member_id) => outcomeOf(transferMembership(owner(gym), { id, to_member_id, reason }))),
  );
  expect(outcomes.toSorted()).toEqual(["conflict", "conflict", "done"]);
});
