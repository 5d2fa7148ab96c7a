import type { Specimens } from "@/tests/support/contracts/specimens";
import { newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";

export const specimens: Specimens = {
  inputs: {
    "check_ins.create": async (gym) => {
      await newMembership(gym, gym.member_id);
      return { member_id: gym.member_id };
    },
    "check_ins.list": async (gym) => {
      await newVisit(gym, gym.member_id);
      return {};
    },
    "check_ins.list_of_member": async (gym) => {
      const id = await newMember(gym);
      await newVisit(gym, id);
      return { id };
    },
    "check_ins.get": async (gym) => ({ id: await newVisit(gym, gym.member_id) }),
    "check_ins.check_out": async (gym) => ({ id: await newVisit(gym, gym.member_id) }),
    "check_ins.undo": async (gym) => ({ id: await newVisit(gym, gym.member_id), reason: "Wrong person" }),
  },
};
