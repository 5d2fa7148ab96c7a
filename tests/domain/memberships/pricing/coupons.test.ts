import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import { archiveCoupon, couponFor, getCoupon, redeemCoupon, updateCoupon } from "@/lib/domain/memberships/pricing";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

const today = "2026-06-15";

/** Runs in a transaction of its own, as a sale does. */
const sale = <T>(gym: Gym, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const { caller } = gym.people.gym_owner;
  return inTenant({ organization_id: gym.organization.id, user_id: null }, (db) =>
    work({
      db,
      caller,
      organization: gym.organization,
      organization_id: gym.organization.id,
      now: caller.clock.now(),
    } as unknown as Ctx),
  );
};

const reasonOf = (error: unknown) => (error instanceof Problem ? error.extras.errors?.[0]?.message : String(error));

test("a coupon becomes the discount of the engine", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const { id } = await newCoupon(gym, { code: "spring20", name: "Spring", periods: 3, until_on: "2026-12-31" });
  const use = { code: " Spring20 ", plan, member_id: gym.member_id, starts_on: "2026-06-20", today };
  expect(await sale(gym, (ctx) => couponFor(ctx, use))).toEqual({
    id,
    label: "Spring",
    value: { percent_bp: 2000 },
    periods: 3,
    used_periods: 0,
    from_on: "2026-06-15",
    until_on: "2026-12-31",
    applies_to: "period",
  });
});

test("a coupon that does not apply says why", async () => {
  const gym = await newGym();
  const [plan, other] = [await newPlan(gym, { name: "Off-peak" }), await newPlan(gym)];
  const code = async (fields: Parameters<typeof newCoupon>[1]) => (await newCoupon(gym, fields)).code;
  const use = (typed: string) => ({ code: typed, plan, member_id: gym.member_id, starts_on: today, today });
  const refusal = (typed: string) => sale(gym, (ctx) => couponFor(ctx, use(typed))).then(() => null, reasonOf);
  expect(await refusal("nope")).toBe("No coupon has the code NOPE. Check the spelling");
  expect(await refusal(await code({ code: "LATE", valid_to_on: "2026-06-14" }))).toMatch(
    /^LATE expired on .*14.*2026$/,
  );
  expect(await refusal(await code({ code: "LAST", valid_to_on: today, valid_from_on: today }))).toBe(null);
  expect(await refusal(await code({ code: "SOON", valid_from_on: addDays(today, 1) }))).toMatch(
    /^SOON can be used from/,
  );
  expect(await refusal(await code({ code: "ELSE", plan_ids: [other.id] }))).toBe("ELSE is not for Off-peak");
  expect(await refusal(await code({ code: "YEN", amount_minor: 500, currency: "JPY" }))).toBe(
    "YEN is an amount in JPY, and Off-peak is priced in EUR",
  );
  const gone = await newCoupon(gym, { code: "GONE" });
  await archiveCoupon(gym.people.gym_owner.caller, { id: gone.id });
  expect(await refusal("GONE")).toBe("GONE is no longer offered");
  const fresh = await code({ code: "NEW", is_for_new_members: true });
  expect(await refusal(fresh)).toBe(null);
  const once = await newCoupon(gym, { code: "ONCE", max_uses: 1 });
  const twice = await newCoupon(gym, { code: "EACH", max_uses_per_member: 1 });
  const sold = await newSale(gym, { plan_id: plan.id });
  await sale(gym, (ctx) => redeemCoupon(ctx, once.id, sold.id, gym.member_id));
  await sale(gym, (ctx) => redeemCoupon(ctx, twice.id, sold.id, gym.member_id));
  expect(await refusal("ONCE")).toBe("ONCE is used up. Sell without it, or use another coupon");
  expect(await refusal("EACH")).toBe("This member has already used EACH");
  expect(await refusal("NEW")).toBe("NEW is for new members, and this member already had a membership");
});

test("one use that is left is used once by 32 parallel sales", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const coupon = await newCoupon(gym, { max_uses: 3 });
  const sales = await Promise.all(
    Array.from({ length: 34 }, async () => {
      const member_id = await newMember(gym);
      return { member_id, id: (await newSale(gym, { plan_id: plan.id, member_id })).id };
    }),
  );
  for (const { id, member_id } of sales.slice(0, 2))
    await sale(gym, (ctx) => redeemCoupon(ctx, coupon.id, id, member_id));
  const answers = await Promise.all(
    sales
      .slice(2)
      .map(({ id, member_id }) =>
        sale(gym, (ctx) => redeemCoupon(ctx, coupon.id, id, member_id)).then(() => "taken", reasonOf),
      ),
  );
  expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
  expect(new Set(answers)).toEqual(
    new Set(["taken", `${coupon.code} is used up. Sell without it, or use another coupon`]),
  );
  expect((await getCoupon(gym.people.gym_owner.caller, { id: coupon.id })).uses).toBe(3);
});

test("a member uses a coupon as often as it allows, also in parallel", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const coupon = await newCoupon(gym, { max_uses_per_member: 2 });
  const sold = await Promise.all(Array.from({ length: 8 }, () => newSale(gym, { plan_id: plan.id })));
  const answers = await Promise.all(
    sold.map(({ id }) =>
      sale(gym, (ctx) => redeemCoupon(ctx, coupon.id, id, gym.member_id)).then(() => "taken", reasonOf),
    ),
  );
  expect(answers.filter((answer) => answer === "taken")).toHaveLength(2);
  expect((await getCoupon(gym.people.gym_owner.caller, { id: coupon.id })).uses).toBe(2);
});

test("a coupon cannot allow fewer uses than it had", async () => {
  const gym = await newGym();
  const coupon = await newCoupon(gym, { max_uses_per_member: 2 });
  const { id } = await newSale(gym);
  await sale(gym, (ctx) => redeemCoupon(ctx, coupon.id, id, gym.member_id));
  const second = await newSale(gym);
  await sale(gym, (ctx) => redeemCoupon(ctx, coupon.id, second.id, gym.member_id));
  const change = updateCoupon(gym.people.gym_owner.caller, { id: coupon.id, max_uses: 1 });
  expect(await change.then(() => null, reasonOf)).toBe("It has been used 2 times. Enter at least 2, or archive it");
});
