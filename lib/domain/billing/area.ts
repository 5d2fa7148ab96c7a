import type { Area } from "@/lib/domain/area";

export const billing: Area = {
  name: "billing",
};
