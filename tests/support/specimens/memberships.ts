import { cancelMembership, changePlan, freezeMembership } from "@/lib/domain/memberships";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { newCompany } from "@/tests/support/billing/settings";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const inDays = (days: number) => addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), days);

async function frozen(gym: Gym): Promise<string> {
  const { id } = await newSale(gym);
  await freezeMembership(gym.people.gym_owner.caller, { id, from_on: inDays(5), to_on: inDays(14) });
  return id;
}

const planChange = async (gym: Gym) => ({ id: (await newSale(gym)).id, plan_id: (await newPlan(gym)).id });

const ofTerm = async (gym: Gym) =>
  (await newSale(gym, { plan_id: (await newPlan(gym, { kind: "fixed_term", interval_count: 12 })).id })).id;

export const specimens: Specimens = {
  inputs: {
    "memberships.list": (gym) => ({ member_id: gym.member_id, status: "active,pending" }),
    "memberships.get": async (gym) => ({ id: (await newSale(gym)).id }),
    "memberships.quote": async (gym) => ({ member_id: gym.member_id, plan_id: (await newPlan(gym)).id }),
    "memberships.sell": async (gym) => ({ member_id: gym.member_id, plan_id: (await newPlan(gym)).id }),
    "memberships.update": async (gym) => ({
      id: (await newSale(gym, { starts_on: inDays(10) })).id,
      starts_on: inDays(20),
    }),
    "memberships.preview_freeze": async (gym) => ({
      id: (await newSale(gym)).id,
      from_on: inDays(5),
      to_on: inDays(14),
    }),
    "memberships.freeze": async (gym) => ({ id: (await newSale(gym)).id, from_on: inDays(5), to_on: inDays(14) }),
    "memberships.preview_return": async (gym) => ({ id: await frozen(gym), to_on: inDays(12) }),
    "memberships.change_freeze_end": async (gym) => ({ id: await frozen(gym), to_on: inDays(12) }),
    "memberships.remove_freeze": async (gym) => ({ id: await frozen(gym) }),
    "memberships.preview_plan_change": async (gym) => ({ ...(await planChange(gym)), when: "now" }),
    "memberships.change_plan": async (gym) => ({ ...(await planChange(gym)), when: "now" }),
    "memberships.undo_plan_change": async (gym) => {
      const change = await planChange(gym);
      await changePlan(gym.people.gym_owner.caller, { ...change, when: "period_end" });
      return { id: change.id };
    },
    "memberships.timeline": async (gym) => ({ id: (await newSale(gym)).id }),
    "memberships.preview_payer": async (gym) => ({
      id: (await newSale(gym)).id,
      payer_company_id: (await newCompany(gym)).id,
    }),
    "memberships.change_payer": async (gym) => ({
      id: (await newSale(gym)).id,
      payer_company_id: (await newCompany(gym)).id,
      ...{ accepted_how: "signed_form", accepted_on: inDays(0) },
    }),
    "memberships.preview_renewal": async (gym) => ({ id: await ofTerm(gym) }),
    "memberships.renew": async (gym) => ({ id: await ofTerm(gym) }),
    "memberships.preview_transfer": async (gym) => ({
      id: (await newSale(gym)).id,
      to_member_id: await newMember(gym),
    }),
    "memberships.transfer": async (gym) => ({
      ...{ id: (await newSale(gym)).id, to_member_id: await newMember(gym), reason: "Moves to another city" },
    }),
    "memberships.preview_cancellation": async (gym) => ({ id: (await newSale(gym)).id, when: "period_end" }),
    "memberships.cancel": async (gym) => ({ id: (await newSale(gym)).id, when: "period_end" }),
    "memberships.withdraw_cancellation": async (gym) => {
      const { id } = await newSale(gym);
      await cancelMembership(gym.people.gym_owner.caller, { id, when: "period_end" });
      return { id };
    },
  },
};
