import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { coupons, memberships, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { putLegalRules } from "@/lib/domain/billing/entities";
import {
  cancelMembership,
  cancelOwnMembership,
  freezeOwnMembership,
  getCancellationOptions,
  getOwnCancellation,
  previewCancellation,
  previewOwnFreeze,
  removeOwnFreeze,
  withdrawOwnCancellation,
} from "@/lib/domain/memberships";
import { confirmCancellation } from "@/lib/domain/messages/reminders";
import { legalProfiles } from "@/lib/values/legal-profiles";
import type { LegalProfileCode, LegalRules } from "@/lib/values/legal-rules";
import { defaultEntity, newRate } from "@/tests/support/billing/settings";
import { balanceOf, billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { clockwork, openedAt } from "@/tests/support/jobs/schedules";

const owner = (gym: Gym) => gym.people.gym_owner.caller;
const member = (gym: Gym) => gym.people.member.caller;

async function gymAt(iso: string, time_zone = "Europe/London"): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone, currency: "EUR", clock });
  await openedAt(gym, "2025-12-01T00:00:00Z");
  return { gym, clock };
}

async function underLaw(gym: Gym, profile: LegalProfileCode, change: Partial<LegalRules> = {}) {
  const { id } = await defaultEntity(gym);
  return putLegalRules(owner(gym), { id, profile, rules: { ...legalProfiles[profile].rules, ...change } });
}

const soldOnline = (gym: Gym, id: string) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .update(memberships)
      .set({ sold_by: null })
      .where(and(eq(memberships.organization_id, gym.organization_id), eq(memberships.id, id))),
  );

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code: refused }: { code: string }) => refused,
  );

test("F4 a cancellation in the cooling-off period gives back every line, and ends the membership at once", async () => {
  const { gym, clock } = await gymAt("2026-12-01T12:00:00Z");
  await newRate(gym, { tax_class: "membership", rate_ppm: 190_000 });
  await underLaw(gym, "california");
  const coupon = await newCoupon(gym, { percent_bp: 1_000, max_uses: 1, applies_to: "both" });
  const plan = await newPlan(gym, { price_minor: 5_900, joining_fee_minor: 2_500, min_term_months: 12 });
  const { id } = await newSale(gym, { plan_id: plan.id, coupon_code: coupon.code });
  await payAll(gym);
  // Tuesday the 1st; Saturday and Sunday do not count.
  clock.set("2026-12-08T20:00:00Z");
  const { cooling_off } = await getCancellationOptions(owner(gym), { id });
  expect(cooling_off).toEqual({ until_on: "2026-12-08", days_left: 0, refund_minor: 7_560 });
  const choice = { id, when: "now", reason_code: "cooling_off" } as const;
  const preview = await previewCancellation(owner(gym), choice);
  expect(preview.total_minor).toBe(-7_560);
  expect(preview.lines.map(({ label, total_minor }) => [label, total_minor])).toEqual([
    [plan.name, -5_310],
    ["Joining fee", -2_250],
  ]);
  const cancelled = await cancelMembership(owner(gym), choice);
  expect([cancelled.status, cancelled.cancelled_on]).toEqual(["cancelled", "2026-12-08"]);
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-12-01 2026-12-31 5310",
    "INV-00001 joining_fee 2026-12-01 2250",
    "CN-00001 period 2026-12-01 2026-12-31 5310",
    "CN-00001 joining_fee 2026-12-01 2250",
  ]);
  expect(await balanceOf(gym)).toEqual({ credit: 7_560, open: 0 });
  const [given] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select({ uses: coupons.uses }).from(coupons).where(eq(coupons.organization_id, gym.organization_id)),
  );
  expect(given?.uses).toBe(0);
  await renewAt(gym, "2027-01-05T03:00:00Z");
  expect((await billedTo(gym)).length).toBe(4);
});

test("F4 on the day after the cooling-off period the minimum term holds", async () => {
  const { gym, clock } = await gymAt("2026-12-01T12:00:00Z");
  await underLaw(gym, "california");
  const plan = await newPlan(gym, { min_term_months: 12 });
  const { id } = await newSale(gym, { plan_id: plan.id });
  clock.set("2026-12-09T08:00:00Z");
  expect((await getCancellationOptions(owner(gym), { id })).cooling_off).toBeNull();
  expect(await code(cancelMembership(owner(gym), { id, when: "now", reason_code: "cooling_off" }))).toBe("conflict");
  expect(await code(cancelMembership(owner(gym), { id, when: "now" }))).toBe("conflict");
});

test("F4 an unpaid bill is settled by the credit note, and nothing becomes account credit", async () => {
  const { gym } = await gymAt("2026-12-01T12:00:00Z");
  await underLaw(gym, "california");
  const { id } = await newSale(gym);
  await cancelMembership(owner(gym), { id, when: "now", reason_code: "cooling_off" });
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 0 });
});

test("F4 no profile applies before an owner confirms it", async () => {
  const { gym } = await gymAt("2026-12-01T12:00:00Z");
  const { id } = await newSale(gym);
  const options = await getCancellationOptions(owner(gym), { id });
  expect([options.cooling_off, options.may_cancel_online, options.needs_proof]).toEqual([null, false, false]);
  expect(await code(cancelMembership(owner(gym), { id, when: "now", reason_code: "cooling_off" }))).toBe("conflict");
  expect(await code(putLegalRules(gym.people.receptionist.caller, { ...(await rulesInput(gym)) }))).toBe("forbidden");
});

const rulesInput = async (gym: Gym) => ({
  id: (await defaultEntity(gym)).id,
  profile: "uk" as const,
  rules: legalProfiles.uk.rules,
});

test("F4 in Germany only what was sold online can be withdrawn, and a weekend moves the last day", async () => {
  const { gym } = await gymAt("2026-12-05T12:00:00Z", "Europe/Berlin");
  await underLaw(gym, "germany");
  const { id } = await newSale(gym);
  expect((await getCancellationOptions(owner(gym), { id })).cooling_off).toBeNull();
  await soldOnline(gym, id);
  // 19 December is a Saturday.
  expect((await getCancellationOptions(owner(gym), { id })).cooling_off?.until_on).toBe("2026-12-21");
});

test("F1 the law limits the notice of the plan, and both ends are shown with what is still charged", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { notice_days: 90 });
  const { id } = await newSale(gym, { plan_id: plan.id });
  const ends = async () =>
    (await getCancellationOptions(owner(gym), { id })).options.map(({ when, refusal, result }) => [
      ...[when, refusal === null, result?.last_day, result?.last_charge_on, result?.charges_minor],
    ]);
  expect(await ends()).toEqual([
    ["now", false, undefined, undefined, undefined],
    ["period_end", true, "2026-04-09", "2026-03-10", 11_800],
  ]);
  await underLaw(gym, "germany");
  expect(await ends()).toEqual([
    ["now", false, undefined, undefined, undefined],
    ["period_end", true, "2026-02-09", null, 0],
  ]);
  const cancelled = await cancelMembership(owner(gym), { id, when: "period_end" });
  expect([cancelled.cancelled_on, cancelled.period_ends_on]).toEqual(["2026-02-10", "2026-02-09"]);
});

test("F10 a reason that ends the minimum term needs the proof that the rules ask for", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  await underLaw(gym, "california", { cooling_off: null });
  const plan = await newPlan(gym, { min_term_months: 12 });
  const { id } = await newSale(gym, { plan_id: plan.id });
  const moving = { id, when: "now", reason_code: "relocation" } as const;
  expect(await code(cancelMembership(owner(gym), moving))).toBe("invalid_input");
  expect(await code(cancelMembership(owner(gym), { ...moving, reason_code: "price" }))).toBe("conflict");
  const cancelled = await cancelMembership(owner(gym), {
    ...moving,
    proof: "Lease of the new flat, seen on 10 January",
  });
  expect(cancelled.cancelled_on).toBe("2026-01-10");
});

test("F3 F5 what was sold online is cancelled online, and withdrawn until its date", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  await underLaw(gym, "uk", { cooling_off: null });
  const { id } = await newSale(gym);
  expect(await code(cancelOwnMembership(member(gym), { id, when: "period_end" }))).toBe("forbidden");
  await soldOnline(gym, id);
  expect((await getOwnCancellation(member(gym), { id })).may_cancel_online).toBe(true);
  expect((await cancelOwnMembership(member(gym), { id, when: "period_end" })).cancelled_on).toBe("2026-02-10");
  expect((await withdrawOwnCancellation(member(gym), { id })).cancelled_on).toBeNull();
});

test("F3 the gym can allow every member to cancel online", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  await underLaw(gym, "none", { online_cancellation: "everyone" });
  const { id } = await newSale(gym);
  expect((await cancelOwnMembership(member(gym), { id, when: "period_end" })).cancelled_on).toBe("2026-02-10");
});

test("F2 the confirmation says the last day and what is still charged", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { notice_days: 40 });
  const { id } = await newSale(gym, { plan_id: plan.id });
  await cancelMembership(owner(gym), { id, when: "period_end" });
  await confirmCancellation(clockwork(gym, "2026-01-10T12:00:00Z"), { membership_id: id });
  const [message] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select({ body: messages.body }).from(messages).where(eq(messages.organization_id, gym.organization_id)),
  );
  expect(message?.body).toContain("9 March");
  expect(message?.body).toContain("€59.00");
});

test("E15 members freeze themselves within the limits of the plan, but not while a payment is overdue", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  clock.set("2026-01-12T12:00:00Z");
  const freeze = { id, from_on: "2026-01-20", to_on: "2026-02-02" };
  expect(await code(previewOwnFreeze(member(gym), freeze))).toBe("conflict");
  await payAll(gym);
  expect(await code(freezeOwnMembership(member(gym), { ...freeze, to_on: "2026-01-21" }))).toBe("conflict");
  const preview = await previewOwnFreeze(member(gym), freeze);
  expect(preview.after.next_bill_on).toBe("2026-02-24");
  expect((await freezeOwnMembership(member(gym), freeze)).next_bill_on).toBe("2026-02-24");
  expect((await removeOwnFreeze(member(gym), { id })).next_bill_on).toBe("2026-02-10");
});

test("E15 the gym can allow a freeze while a payment is overdue", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  clock.set("2026-01-12T12:00:00Z");
  await setPolicies(gym, { overdue_self_freeze: "allow" });
  const caller = { ...member(gym), organization: { ...gym.organization, policies: { overdue_self_freeze: "allow" } } };
  const frozen = await freezeOwnMembership(caller, { id, from_on: "2026-01-20", to_on: "2026-02-02" });
  expect(frozen.freeze).toEqual({ from_on: "2026-01-20", to_on: "2026-02-02" });
});

test("A12 a member reaches no membership of another member", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const other = await newGym();
  const { id } = await newSale(gym);
  expect(await code(getOwnCancellation(member(other), { id }))).toBe("not_found");
  expect(await code(getOwnCancellation({ ...member(gym), member_id: other.member_id }, { id }))).toBe("not_found");
});
