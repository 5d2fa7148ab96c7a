import type { Specimens } from "@/tests/support/contracts/specimens";
import { newMembership, newVisit } from "@/tests/support/gym/visits";

export const specimens: Specimens = {
  inputs: {
    "me.get": async (gym) => {
      await newMembership(gym, gym.member_id);
      return {};
    },
    "me.list_check_ins": async (gym) => {
      await newVisit(gym, gym.member_id);
      return {};
    },
    "me.pass": () => ({}),
    "me.list_people": () => ({}),
    "me.show_person": (gym) => ({ member_id: gym.member_id }),
    "me.update": () => ({ phone: "+4915112345678", has_marketing_consent: true }),
  },
};
