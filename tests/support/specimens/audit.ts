import type { Specimens } from "@/tests/support/contracts/specimens";

export const specimens: Specimens = {
  inputs: {
    "audit.list": () => ({ action: "locations.update" }),
  },
};
