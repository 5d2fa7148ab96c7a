import type { Specimens } from "@/tests/support/contracts/specimens";
import { newNotice } from "@/tests/support/messages/notices";

export const specimens: Specimens = {
  inputs: {
    "staff_notices.list": async (gym) => {
      await newNotice(gym, gym.people.gym_owner);
      return {};
    },
    "staff_notices.update": async (gym) => ({ id: await newNotice(gym, gym.people.gym_owner), is_read: true }),
    "staff_notices.read_all": async (gym) => {
      await newNotice(gym, gym.people.gym_owner);
      return {};
    },
  },
};
