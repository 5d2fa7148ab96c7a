import { documented } from "@/lib/contracts/documented";
import * as visitStatistics from "./visit-statistics";

export const visitStatisticsDocs = documented(visitStatistics, {
  getVisitStatistics: {
    summary: "Count visits by hour, day, weekday and method",
    description:
      "The range is at most 400 days. The default is the last 28 days including today. Undone check-ins do not count.",
    example: {
      input: { from_on: "2026-03-05", to_on: "2026-03-05" },
      output: {
        from_on: "2026-03-05",
        to_on: "2026-03-05",
        location_id: null,
        visits: 212,
        visits_per_day: 212,
        by_hour: [{ hour: 17, visits: 41 }],
        by_day: [{ on: "2026-03-05", visits: 212 }],
        by_weekday: [{ weekday: 4, visits: 212, mean: 212 }],
        by_method: [{ method: "qr", visits: 180 }],
        peak_hours: [{ weekday: 4, hour: 17, mean: 41 }],
        last_day: {
          on: "2026-03-05",
          visits: 212,
          typical: 198.5,
          weeks_compared: 8,
          by_hour: [{ hour: 17, visits: 41, typical: 38.2 }],
        },
      },
    },
  },
});
