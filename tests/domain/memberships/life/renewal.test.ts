import { expect, test } from "vitest";
import {
  cancelMembership,
  freezeMembership,
  getMembership,
  getTimeline,
  previewRenewal,
  quoteMembership,
  renewMembership,
} from "@/lib/domain/memberships";
import { billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

type Fields = Parameters<typeof newPlan>[1];

/** A term of a month from 10 January to 9 February, at a gym whose clock stands on `now`. */
async function ended(now: string, fields: Fields = {}) {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 1, joining_fee_minor: 2500, ...fields });
  const sold = await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  clock.set(now);
  return { gym, clock, plan, sold };
}

test("C18 the plan says whether a renewal begins on the day after the old end or today", async () => {
  for (const [renews_from, starts_on, ends_on, gap_days] of [
    ["old_end", "2026-02-10", "2026-03-09", 0],
    ["today", "2026-02-20", "2026-03-19", 10],
  ] as const) {
    const { gym, sold } = await ended("2026-02-20T12:00:00Z", { renews_from });
    const preview = await previewRenewal(desk(gym), { id: sold.id });
    expect(preview).toMatchObject({ from: renews_from, ended_on: "2026-02-09", starts_on, ends_on, gap_days });
    const renewed = await renewMembership(desk(gym), { id: sold.id });
    expect(renewed).toMatchObject({ starts_on, ends_on, renewed_from_id: sold.id, member_id: gym.member_id });
    expect(await getMembership(desk(gym), { id: sold.id })).toMatchObject({
      ...{ ends_on: "2026-02-09", status: "expired", renewed_by_id: renewed.id },
    });
  }
});

test("C18 before the end, both policies begin on the day after it, and the terms tile", async () => {
  for (const renews_from of ["old_end", "today"] as const) {
    const { gym, sold } = await ended("2026-02-01T12:00:00Z", { renews_from });
    const renewed = await renewMembership(desk(gym), { id: sold.id });
    expect(renewed).toMatchObject({ starts_on: "2026-02-10", ends_on: "2026-03-09", status: "pending" });
  }
});

test("C18 another day than that of the plan needs a permission", async () => {
  const { gym, sold } = await ended("2026-02-20T12:00:00Z", { renews_from: "today" });
  expect(await outcomeOf(renewMembership(desk(gym), { id: sold.id, from: "old_end" }))).toBe("forbidden");
  expect(await renewMembership(owner(gym), { id: sold.id, from: "old_end" })).toMatchObject({
    starts_on: "2026-02-10",
  });
});

test("C12 C21 the preview of a renewal is what it bills, without a joining fee and without another free period", async () => {
  const { gym, sold, clock } = await ended("2026-01-11T12:00:00Z", { kind: "recurring", is_first_period_free: true });
  expect((await billedTo(gym)).map((line) => line.split(" ").at(-1))).toEqual(["0", "2500"]);
  await cancelMembership(owner(gym), { id: sold.id, when: "period_end" });
  clock.set("2026-02-20T12:00:00Z");
  const preview = await previewRenewal(desk(gym), { id: sold.id });
  expect(preview).toMatchObject({ total_minor: 5900, joining_fee_waived: "already_a_member", is_rejoin: true });
  await renewMembership(desk(gym), { id: sold.id });
  expect((await billedTo(gym)).slice(2)).toEqual(["INV-00002 period 2026-02-20 2026-03-19 5900"]);
});

test("C21 F11 a re-join after a gap charges the joining fee only where that was chosen, on the same member record", async () => {
  const { gym, sold } = await ended("2026-02-20T12:00:00Z");
  const choice = { id: sold.id, charges_joining_fee: true };
  const preview = await previewRenewal(desk(gym), choice);
  expect(preview.lines.map(({ kind, total_minor }) => [kind, total_minor])).toEqual([
    ["period", 5900],
    ["joining_fee", 2500],
  ]);
  const renewed = await renewMembership(desk(gym), choice);
  expect(renewed).toMatchObject({ member_id: gym.member_id, joining_fee_minor: 2500 });
  const { data } = await getTimeline(owner(gym), { id: renewed.id });
  expect(data.at(-1)?.sentence).toBe(
    `${renewed.plan_name} for €59.00, for 20 February\u2009–\u200919 March 2026. The membership before ended on 9 February 2026. 10 days lie between.`,
  );
  const early = await ended("2026-02-09T12:00:00Z");
  expect(await outcomeOf(renewMembership(desk(early.gym), { id: early.sold.id, charges_joining_fee: true }))).toBe(
    "invalid_input",
  );
});

test("C21 the sale of a plan to a member charges neither the fee nor gives the free period again, and after a gap it does", async () => {
  const { gym } = await ended("2026-02-09T12:00:00Z");
  const plan = await newPlan(gym, { is_first_period_free: true, joining_fee_minor: 2500 });
  const sale = { member_id: gym.member_id, plan_id: plan.id };
  const next = await quoteMembership(desk(gym), { ...sale, starts_on: "2026-02-10" });
  expect(next).toMatchObject({ total_minor: 5900, joining_fee_waived: "already_a_member", is_rejoin: false });
  const later = await quoteMembership(desk(gym), { ...sale, starts_on: "2026-02-11" });
  expect(later).toMatchObject({ total_minor: 2500, joining_fee_waived: null, is_rejoin: true });
});

test("C16 a renewal at zero extends once, by ten clicks at the same time", async () => {
  const { gym, sold } = await ended("2026-02-01T12:00:00Z", { price_minor: 0, joining_fee_minor: 0 });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => outcomeOf(renewMembership(desk(gym), { id: sold.id }))),
  );
  expect(outcomes.toSorted()).toEqual([...Array(9).fill("conflict"), "done"]);
  const { renewed_by_id } = await getMembership(desk(gym), { id: sold.id });
  expect(await getMembership(desk(gym), { id: renewed_by_id as string })).toMatchObject({ ends_on: "2026-03-09" });
  expect(await outcomeOf(previewRenewal(desk(gym), { id: sold.id }))).toBe("conflict");
});

test("C17 three years at once stay three years after the payment", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { kind: "fixed_term", interval_unit: "year", price_minor: 50_000 });
  const sale = { plan_id: plan.id, member_id: gym.member_id, prepaid_periods: 3 };
  const quote = await quoteMembership(desk(gym), sale);
  expect(quote).toMatchObject({ total_minor: 150_000, ends_on: "2029-01-09" });
  const { id } = await newSale(gym, sale);
  await payAll(gym);
  await renewAt(gym, "2026-01-11T03:00:00Z");
  expect(await getMembership(desk(gym), { id })).toMatchObject({ ends_on: "2029-01-09", next_bill_on: null });
  clock.set("2029-01-05T12:00:00Z");
  const renewed = await renewMembership(desk(gym), { id, prepaid_periods: 2 });
  expect(renewed).toMatchObject({ starts_on: "2029-01-10", ends_on: "2031-01-09" });
  const pack = await newPlan(gym, { kind: "session_pack", sessions_included: 10, interval_count: 3 });
  expect(await outcomeOf(quoteMembership(desk(gym), { ...sale, plan_id: pack.id }))).toBe("invalid_input");
});

test("a used-up pack is renewed from today, and a recurring membership once it has ended", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const monthly = await newSale(gym);
  expect(await outcomeOf(previewRenewal(desk(gym), { id: monthly.id }))).toBe("conflict");
  await cancelMembership(owner(gym), { id: monthly.id, when: "period_end" });
  expect(await outcomeOf(previewRenewal(desk(gym), { id: monthly.id }))).toBe("conflict");
  clock.set("2026-02-20T12:00:00Z");
  expect(await renewMembership(desk(gym), { id: monthly.id })).toMatchObject({
    ...{ starts_on: "2026-02-20", next_bill_on: "2026-03-20", kind: "recurring" },
  });
});

test("an ended term with a freeze without an end, and an archived plan, say what to do first", async () => {
  const { gym, sold } = await ended("2026-02-01T12:00:00Z");
  await freezeMembership(owner(gym), { id: sold.id, from_on: "2026-02-01" });
  expect(await outcomeOf(previewRenewal(desk(gym), { id: sold.id }))).toBe("conflict");
});

test("a coupon reduces a renewal as it reduces a sale", async () => {
  const { gym, sold } = await ended("2026-02-20T12:00:00Z");
  const coupon = await newCoupon(gym);
  const preview = await previewRenewal(desk(gym), { id: sold.id, coupon_code: coupon.code });
  await renewMembership(desk(gym), { id: sold.id, coupon_code: coupon.code });
  expect([preview.total_minor, (await billedTo(gym)).at(-1)]).toEqual([
    4720,
    "INV-00002 period 2026-02-20 2026-03-19 4720",
  ]);
});

test("a coupon for new members is not for a member who returns after a gap", async () => {
  const { gym, sold } = await ended("2026-02-20T12:00:00Z");
  const coupon = await newCoupon(gym, { is_for_new_members: true });
  expect(await outcomeOf(previewRenewal(desk(gym), { id: sold.id, coupon_code: coupon.code }))).toBe("invalid_input");
});
