import type { Specimens } from "@/tests/support/contracts/specimens";

export const specimens: Specimens = {
  inputs: {
    "dashboard.get": (gym) => ({ location_id: gym.location_id }),
    "open_work.get": () => ({}),
    "getting_started.get": () => ({}),
    "getting_started.update": () => ({ is_hidden: true }),
    "getting_started.open_desk": () => ({}),
  },
};
