import { createInvitation } from "@/lib/domain/team";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { type Gym, newStaff, newUser } from "@/tests/support/gym/gym";

const invited = async (gym: Gym) => {
  const { email } = await newUser();
  return createInvitation(gym.people.gym_owner.caller, { email, role: "receptionist" });
};

export const specimens: Specimens = {
  inputs: {
    "staff.list": () => ({}),
    "staff.get": (gym) => ({ id: gym.people.trainer.caller.staff_id }),
    "staff.update": (gym) => ({ id: gym.people.trainer.caller.staff_id, title: "Head coach" }),
    "staff.remove": async (gym) => ({ id: (await newStaff(gym, "trainer")).caller.staff_id }),
    "invitations.list": () => ({}),
    "invitations.create": () => ({ email: "kai@example.com", role: "receptionist" }),
    "invitations.revoke": async (gym) => ({ id: (await invited(gym)).id }),
    "invitations.resend": async (gym) => ({ id: (await invited(gym)).id }),
  },
};
