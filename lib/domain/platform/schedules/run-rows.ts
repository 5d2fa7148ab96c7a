import { and, eq, type SQL, sql } from "drizzle-orm";
import { locations, scheduleRuns, users } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import type { ReadCtx } from "@/lib/kernel/operation";

/** Runs in the form of the API, limited to the caller's locations (A3). */
export const selectRuns = ({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) =>
  db
    .select({
      id: scheduleRuns.id,
      schedule: scheduleRuns.schedule,
      location_id: scheduleRuns.location_id,
      location_name: locations.name,
      run_on: scheduleRuns.run_on,
      repetition: scheduleRuns.repetition,
      state: scheduleRuns.state,
      found: scheduleRuns.found,
      acted: scheduleRuns.acted,
      failure: scheduleRuns.failure,
      requested_by_name: sql<string | null>`${users.name}`,
      started_at: scheduleRuns.started_at,
      finished_at: scheduleRuns.finished_at,
    })
    .from(scheduleRuns)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, scheduleRuns.organization_id), eq(locations.id, scheduleRuns.location_id)),
    )
    .leftJoin(users, eq(users.id, scheduleRuns.requested_by))
    .where(
      and(eq(scheduleRuns.organization_id, organization_id), withinReach(caller, scheduleRuns.location_id), condition),
    )
    .$dynamic();
