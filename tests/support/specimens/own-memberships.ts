import { putLegalRules } from "@/lib/domain/billing/entities";
import { cancelOwnMembership, freezeOwnMembership } from "@/lib/domain/memberships";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { rulesWithoutLaw } from "@/lib/values/legal-rules";
import { defaultEntity } from "@/tests/support/billing/settings";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { payAll } from "@/tests/support/gym/bills";
import type { Gym } from "@/tests/support/gym/gym";
import { newSale } from "@/tests/support/gym/plans";

/** A paid membership of the gym's member, who may cancel it online. */
async function own(gym: Gym): Promise<{ id: string }> {
  const { id: entity_id } = await defaultEntity(gym);
  await putLegalRules(gym.people.gym_owner.caller, {
    ...{ id: entity_id, profile: "none", rules: { ...rulesWithoutLaw, online_cancellation: "everyone" } },
  });
  const { id } = await newSale(gym);
  await payAll(gym);
  return { id };
}

const inDays = (days: number) => addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), days);
const days = () => ({ from_on: inDays(5), to_on: inDays(18) });

export const specimens: Specimens = {
  inputs: {
    "memberships.cancellation_options": own,
    "me.cancellation_options": own,
    "me.preview_cancellation": async (gym) => ({ ...(await own(gym)), when: "period_end" }),
    "me.cancel_membership": async (gym) => ({ ...(await own(gym)), when: "period_end" }),
    "me.withdraw_cancellation": async (gym) => {
      const { id } = await own(gym);
      await cancelOwnMembership(gym.people.member.caller, { id, when: "period_end" });
      return { id };
    },
    "me.preview_freeze": async (gym) => ({ ...(await own(gym)), ...days() }),
    "me.freeze_membership": async (gym) => ({ ...(await own(gym)), ...days() }),
    "me.remove_freeze": async (gym) => {
      const { id } = await own(gym);
      await freezeOwnMembership(gym.people.member.caller, { id, ...days() });
      return { id };
    },
  },
};
