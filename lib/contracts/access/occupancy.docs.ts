import { documented } from "@/lib/contracts/documented";
import * as occupancy from "./occupancy";

const example = {
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  inside: 96,
  capacity: 140,
  percent: 69,
  level: "quiet" as const,
  location_name: "Fitzroy",
  time_zone: "Australia/Melbourne",
  at: "2026-03-05T06:42:00.000Z",
  typical: 84,
  today: [{ at: "2026-03-05T06:30:00.000Z", inside: 91 }],
};

export const occupancyDocs = documented(occupancy, {
  getOccupancy: {
    summary: "Retrieve the occupancy of each location",
    description:
      "Includes the current count, the usual count at this time, and the counts of the local day in intervals of 15 minutes.",
    example: { input: {}, output: { data: [example] } },
  },
});
