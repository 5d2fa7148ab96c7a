import { elapsed } from "@/lib/kernel/clock";
import { processState } from "@/lib/kernel/process-state";

/** From here on the count costs more than all the other facts of a scan. */
const large = 200;
const freshMs = 1_000;
/** Closer to its capacity, a location is counted at every scan. More than enter through one door in a second. */
const margin = 50;

type Recent = { inside: number; counted_at: number };
type Known = { location_ids: string[]; inside: number[] };

/**
 * The members inside of locations that are large and not nearly full, counted once a second. What other processes write meanwhile is
 * in the next count. Every other location is counted at every scan.
 */
export class RecentCounts {
  private readonly organizations = new Map<string, Map<string, Recent>>();

  constructor(private readonly now: () => number = elapsed) {}

  /** The locations of an organization that need no count now. */
  of(organization_id: string): Known {
    const known: Known = { location_ids: [], inside: [] };
    for (const [location_id, { inside, counted_at }] of this.organizations.get(organization_id) ?? []) {
      if (this.now() - counted_at >= freshMs) continue;
      known.location_ids.push(location_id);
      known.inside.push(inside);
    }
    return known;
  }

  /** `inside` was counted, or is what of() returned. */
  read(organization_id: string, { id, capacity }: { id: string; capacity: number | null }, inside: number): void {
    const locations = this.organizations.get(organization_id) ?? new Map<string, Recent>();
    const recent = locations.get(id);
    if (recent && this.now() - recent.counted_at < freshMs) return;
    const is_nearly_full = capacity !== null && inside + margin >= capacity;
    if (inside < large || is_nearly_full) locations.delete(id);
    else locations.set(id, { inside, counted_at: this.now() });
    if (locations.size > 0) this.organizations.set(organization_id, locations);
    else this.organizations.delete(organization_id);
  }

  entered(organization_id: string, location_id: string): void {
    const recent = this.organizations.get(organization_id)?.get(location_id);
    if (recent) recent.inside += 1;
  }
}

export const recentCounts = processState("recent_counts", () => new RecentCounts());
