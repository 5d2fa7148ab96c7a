import type { Specimens } from "@/tests/support/contracts/specimens";
import { newVisit } from "@/tests/support/gym/visits";

export const specimens: Specimens = {
  inputs: {
    "occupancy.get": async (gym) => {
      await newVisit(gym, gym.member_id);
      return { location_id: gym.location_id };
    },
    "visit_statistics.get": async (gym) => {
      await newVisit(gym, gym.member_id);
      return { location_id: gym.location_id };
    },
    "live.stream": (gym) => ({ location_id: gym.location_id }),
  },
};
