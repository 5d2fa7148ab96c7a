import type { Specimens } from "@/tests/support/contracts/specimens";
import { newLocation } from "@/tests/support/gym/gym";

export const specimens: Specimens = {
  inputs: {
    "locations.list": () => ({}),
    "locations.get": (gym) => ({ id: gym.location_id }),
    "locations.create": () => ({
      name: "Second",
      time_zone: "Europe/Berlin",
      currency: "EUR",
      opening_hours: { mon: "24h" },
    }),
    "locations.update": (gym) => ({ id: gym.location_id, capacity: 80 }),
    "locations.archive": async (gym) => ({ id: await newLocation(gym, "Closing down") }),
  },
};
