export type CapacityLevel = "quiet" | "busy" | "full";

const busyShare = 0.8;
const fullShare = 0.95;

export function capacityLevel(present: number, capacity: number): CapacityLevel {
  const share = capacity > 0 ? present / capacity : 0;
  return share >= fullShare ? "full" : share >= busyShare ? "busy" : "quiet";
}

/** The numbers of members from which a location is busy and full. */
export function capacityMarks(capacity: number) {
  return { busy: Math.ceil(capacity * busyShare), full: Math.ceil(capacity * fullShare) };
}
