import type { Input } from "@/lib/contracts/contract";
import type { createCoupon as couponContract } from "@/lib/contracts/memberships/coupons";
import type { createPlan as contract } from "@/lib/contracts/memberships/membership-plans";
import type { sellMembership as saleContract } from "@/lib/contracts/memberships/memberships";
import { sellMembership } from "@/lib/domain/memberships";
import { createPlan } from "@/lib/domain/memberships/plans";
import { createCoupon } from "@/lib/domain/memberships/pricing";
import type { Gym } from "./gym";

let made = 0;

/** By default a monthly plan at 59.00 without joining fee. */
export function newPlan(gym: Gym, fields: Partial<Input<typeof contract>> = {}) {
  made += 1;
  return createPlan(gym.people.gym_owner.caller, {
    name: `Plan ${made}`,
    kind: "recurring",
    price_minor: 5900,
    ...fields,
  });
}

type Sale = Partial<Input<typeof saleContract>>;

/** Sold by the owner, so that back-dated starts are allowed. */
export async function newSale(gym: Gym, fields: Sale = {}) {
  return sellMembership(gym.people.gym_owner.caller, {
    member_id: fields.member_id ?? gym.member_id,
    plan_id: fields.plan_id ?? (await newPlan(gym)).id,
    ...fields,
  });
}

/** By default 20% off every period. */
export function newCoupon(gym: Gym, fields: Partial<Input<typeof couponContract>> = {}) {
  made += 1;
  const value = fields.amount_minor ? {} : { percent_bp: 2000 };
  return createCoupon(gym.people.gym_owner.caller, { code: `CODE-${made}`, name: "20% off", ...value, ...fields });
}
