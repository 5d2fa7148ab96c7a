import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { occupancyLevel } from "@/lib/values/occupancy";

/** Members inside now, for the desk, the dashboard and the member's own page. */
export const occupancyNow = z.object({
  location_id: id,
  inside: z.int().min(0),
  capacity: z.int().nullable(),
  /** Whole percent of the capacity; null without one. */
  percent: z.int().min(0).nullable(),
  level: occupancyLevel,
});

export const locationOccupancy = occupancyNow.extend({
  location_name: z.string(),
  time_zone: z.string(),
  at: instantOut,
  /** Mean of the same weekday at this local time over the last eight weeks; null before there are two of them. */
  typical: z.int().min(0).nullable(),
  /** Members inside at the end of each quarter of an hour of the local day, up to now. */
  today: z.array(z.object({ at: instantOut, inside: z.int().min(0) })),
});

export type Occupancy = z.output<typeof locationOccupancy>;

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

export const getOccupancy = contract({
  id: "occupancy.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/occupancy",
  access: "occupancy.read",
  tag: "Check-in",
  summary: "Count who is inside, per location",
  description: "Now, usually at this time, and over the local day in quarters of an hour.",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({ data: z.array(locationOccupancy) }),
  errors: ["not_found"],
  example: { input: {}, output: { data: [example] } },
});
