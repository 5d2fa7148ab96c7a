import { elapsed } from "@/lib/kernel/clock";
import { processState } from "@/lib/kernel/process-state";
import type { Movement } from "./occupancy-by-quarter";

/** From here on the count costs more than all the other facts of a scan. */
const large = 200;
const freshMs = 1_000;
/** Closer to its capacity, a location is counted at every scan. More than enter through one door in a second. */
const margin = 50;

type Place = { id: string; capacity: number | null };
type Recent = { inside: number; counted_at: number; movements: readonly Movement[] | null };
type Known = { location_ids: string[]; inside: number[] };

/**
 * The members inside of locations that are large and not nearly full, counted once a second, with the movements of the day if they were
 * read. What other processes write meanwhile is in the next count. Every other location is counted each time.
 */
export class RecentCounts {
  private readonly organizations = new Map<string, Map<string, Recent>>();

  constructor(private readonly now: () => number = elapsed) {}

  /** The locations of an organization that need no count now. */
  of(organization_id: string): Known {
    const known: Known = { location_ids: [], inside: [] };
    for (const [location_id, { inside }] of this.fresh(organization_id)) {
      known.location_ids.push(location_id);
      known.inside.push(inside);
    }
    return known;
  }

  /** The movements of those locations of which they are known, by location. */
  movementsOf(organization_id: string): Map<string, readonly Movement[]> {
    return new Map(this.fresh(organization_id).flatMap(([id, { movements }]) => (movements ? [[id, movements]] : [])));
  }

  /** `inside` was counted, or is what of() returned. */
  read(organization_id: string, { id, capacity }: Place, inside: number, movements?: readonly Movement[]): void {
    const locations = this.organizations.get(organization_id) ?? new Map<string, Recent>();
    const recent = locations.get(id);
    if (recent && this.isFresh(recent)) {
      recent.movements ??= movements ?? null;
      return;
    }
    const is_nearly_full = capacity !== null && inside + margin >= capacity;
    if (inside < large || is_nearly_full) locations.delete(id);
    else locations.set(id, { inside, counted_at: this.now(), movements: movements ?? null });
    if (locations.size > 0) this.organizations.set(organization_id, locations);
    else this.organizations.delete(organization_id);
  }

  /** A visit began (1) or ended (-1) now. Call it after the commit. */
  changed(organization_id: string, location_id: string, change: 1 | -1): void {
    const recent = this.organizations.get(organization_id)?.get(location_id);
    if (recent) recent.inside += change;
  }

  /** A visit of the past was changed. */
  forget(organization_id: string, location_id: string): void {
    this.organizations.get(organization_id)?.delete(location_id);
  }

  private fresh(organization_id: string): [string, Recent][] {
    return [...(this.organizations.get(organization_id) ?? [])].filter(([, recent]) => this.isFresh(recent));
  }

  private isFresh({ counted_at }: Recent): boolean {
    return this.now() - counted_at < freshMs;
  }
}

export const recentCounts = processState("recent_counts", () => new RecentCounts());
