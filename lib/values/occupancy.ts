import { z } from "zod";
import type { Policies } from "./policies";

const occupancyLevels = ["quiet", "busy", "full"] as const;
export const occupancyLevel = z.enum(occupancyLevels);
export type OccupancyLevel = (typeof occupancyLevels)[number];

export type OccupancyMarks = Pick<Policies, "busy_percent" | "full_percent">;
export type Room = { location_id: string; inside: number; capacity: number | null };

/** Amber and red from the organization's marks on. A location without a capacity is never busy. */
export function levelOf({ inside, capacity }: Omit<Room, "location_id">, marks: OccupancyMarks): OccupancyLevel {
  if (capacity === null) return "quiet";
  if (inside * 100 >= capacity * marks.full_percent) return "full";
  return inside * 100 >= capacity * marks.busy_percent ? "busy" : "quiet";
}

export function occupancyOf(room: Room, marks: OccupancyMarks) {
  const percent = room.capacity === null ? null : Math.round((room.inside / room.capacity) * 100);
  return { ...room, percent, level: levelOf(room, marks) };
}
