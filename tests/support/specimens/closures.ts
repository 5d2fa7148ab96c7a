import { advanceClosure, createClosure, failClosure } from "@/lib/domain/memberships/closures";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { sellMembership } from "@/tests/support/gym/memberships";
import { clockwork } from "@/tests/support/jobs/schedules";

const inDays = (days: number) => addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), days);
const days = ({ location_id }: Gym) => ({ location_id, from_on: inDays(20), to_on: inDays(25) });

const closed = async (gym: Gym) => {
  const { id } = await createClosure(gym.people.gym_owner.caller, { ...days(gym), reason: "Renovation" });
  return { id };
};
const now = () => systemClock.now().toString();

export const specimens: Specimens = {
  inputs: {
    "closures.preview": async (gym) => {
      await sellMembership(gym, gym.member_id, { next_bill_on: inDays(10) });
      return days(gym);
    },
    "closures.create": (gym) => ({ ...days(gym), reason: "Renovation" }),
    "closures.list": async (gym) => {
      await closed(gym);
      return {};
    },
    "closures.get": closed,
    "closures.exceptions": async (gym) => {
      await sellMembership(gym, gym.member_id, { starts_on: inDays(30), next_bill_on: inDays(60) });
      const { id } = await closed(gym);
      await advanceClosure(clockwork(gym, now()), { closure_id: id });
      return { id };
    },
    "closures.undo": async (gym) => {
      const { id } = await closed(gym);
      await advanceClosure(clockwork(gym, now()), { closure_id: id });
      return { id };
    },
    "closures.retry": async (gym) => {
      const { id } = await closed(gym);
      await failClosure(clockwork(gym, now()), { closure_id: id });
      return { id };
    },
  },
};
