import type { Area } from "@/lib/domain/area";

export const billing: Area = {
  name: "billing",
  schedules: {
    "revenue-recognition": () => import("./ledger").then(({ revenueRecognition }) => revenueRecognition),
  },
};
