import type { Policies } from "./policies";

export const occupancyLevels = ["quiet", "busy", "full"] as const;
export type OccupancyLevel = (typeof occupancyLevels)[number];

export type OccupancyMarks = Pick<Policies, "busy_percent" | "full_percent">;
export type LocationLoad = { location_id: string; inside: number; capacity: number | null };

/** Thresholds are policies of the organization. A location without a capacity is always "quiet". */
export function levelOf(
  { inside, capacity }: Omit<LocationLoad, "location_id">,
  marks: OccupancyMarks,
): OccupancyLevel {
  if (capacity === null) return "quiet";
  if (inside * 100 >= capacity * marks.full_percent) return "full";
  return inside * 100 >= capacity * marks.busy_percent ? "busy" : "quiet";
}

export function occupancyOf(load: LocationLoad, marks: OccupancyMarks) {
  const percent = load.capacity === null ? null : Math.round((load.inside / load.capacity) * 100);
  return { ...load, percent, level: levelOf(load, marks) };
}
