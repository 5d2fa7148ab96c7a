import type { SQL } from "drizzle-orm";
import type { Caller } from "@/lib/kernel/caller";
import type { EventDefinition } from "@/lib/kernel/events";
import type { Ctx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { NavigationIcon } from "@/lib/values/navigation";
import type { ScheduleName } from "@/lib/values/notifications";
import type { Permission } from "@/lib/values/permissions";

/** What an area brings to the registries of the product. `areas.ts` lists the areas; every registry derives from that list. */
export type Area = {
  /** The name of the folder in lib/domain, lib/contracts, components and tests. */
  name: string;
  events?: readonly EventDefinition[];
  audit?: AuditVocabulary;
  /** Loaded when they run, because a schedule uses other areas. */
  schedules?: Partial<Record<ScheduleName, () => Promise<Schedule>>>;
  retention?: readonly Retention[];
  navigation?: readonly NavigationEntry[];
};

type AuditVocabulary = {
  /** What happened, by operation: "archived {}", with {} for the target's name. */
  phrases?: Record<string, string>;
  /** The kinds that the activity page filters by: the part of the operation before the dot, and its name. */
  filters?: Record<string, string>;
  targets?: Record<string, AuditTarget>;
};

/** A kind of record that audit entries name in `target_type`. */
type AuditTarget = {
  /** The name that the record has today, as SQL over `audit_entries`. Null: the record has no name. */
  name: SQL | null;
  /**
   * A3, A12: its table, and which of the rows lie within the locations of a bound caller. Without it a bound caller does not see
   * the entry.
   */
  reach?: { table: string; within: (location_ids: LocationIds) => SQL | undefined };
  /** Its page, below /manage/<organization>. */
  path?: (id: string) => string;
};

export type LocationIds = NonNullable<Caller["location_ids"]>;

/** A day of a location's calendar: what a schedule works with, whenever it gets to run. */
export type ScheduleDay = { location: { id: string; name: string; time_zone: string }; run_on: CalendarDay };

export type Schedule = {
  name: ScheduleName;
  /**
   * Does the day's work for the location, in one transaction. A second run of the same day finds it done: whatever it writes
   * has a key that follows from the business fact.
   */
  run(ctx: Ctx, day: ScheduleDay): Promise<ScheduleResult>;
  /** C14: staff with this permission are notified when a missed day was made up for. */
  report_catch_up_to?: Permission;
};

/** `has_more`: the rest of the day's work follows in further transactions. */
type ScheduleResult = { found: number; acted: number; has_more?: boolean };

/** Rows that the nightly pruning deletes. */
export type Retention = {
  table: string;
  /** The columns that identify a row, apart from the organization; `id` when absent. */
  key?: readonly string[];
  /** The age counts from this column. */
  column: string;
  hours: number;
  /** Only rows with one of these values. */
  only?: { column: string; values: readonly string[] };
};

type NavigationEntry = {
  label: string;
  /** Below /manage/<organization>. */
  path: string;
  icon: NavigationIcon;
  permission: Permission;
  /** Entries with the same group share a heading. */
  group?: "Money" | "Team";
  /** Its place in the list, ascending over all areas. */
  position: number;
  /** The address must be exactly this one; otherwise everything below it counts too. */
  exact?: true;
  /** Stands in the bottom bar of a phone. */
  on_phone?: true;
};
