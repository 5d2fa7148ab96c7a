import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { occupancyLevel } from "@/lib/values/schemas/occupancy";

/** The current occupancy, for the desk, the dashboard and the member's own page. */
export const occupancyNow = z.object({
  location_id: id,
  inside: z.int().min(0),
  capacity: z.int().nullable(),
  /** Percentage of the capacity, as an integer; null without a capacity. */
  percent: z.int().min(0).nullable(),
  level: occupancyLevel,
});

const locationOccupancy = occupancyNow.extend({
  location_name: z.string(),
  time_zone: z.string(),
  at: instantOut,
  /** Mean of the same weekday at this local time over the last eight weeks; null with fewer than two weeks. */
  typical: z.int().min(0).nullable(),
  /** Members inside at the end of each quarter of an hour of the local day, up to now. */
  today: z.array(z.object({ at: instantOut, inside: z.int().min(0) })),
});

export type Occupancy = z.output<typeof locationOccupancy>;

export const getOccupancy = contract({
  id: "occupancy.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/occupancy",
  access: "occupancy.read",
  tag: "Check-in",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({ data: z.array(locationOccupancy) }),
  errors: ["not_found"],
});
