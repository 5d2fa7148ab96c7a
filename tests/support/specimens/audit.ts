import type { Specimens } from "@/tests/support/specimens";

export const specimens: Specimens = {
  inputs: {
    "audit.list": () => ({ action: "locations.update" }),
  },
};
