import { and, asc, eq, inArray } from "drizzle-orm";
import { locations, outboxEvents, scheduleRuns } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { claimDueRuns, performRun } from "@/lib/domain/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym } from "./gym";

export type Place = Pick<Awaited<ReturnType<typeof newGym>>, "organization" | "organization_id" | "location_id">;

const inGym = ({ organization_id }: Place) => ({ organization_id, user_id: null });
const clockwork = ({ organization }: Place, at: string) => systemCaller("Schedules", organization, fixedClock(at));

/** A gym whose locations have been open long enough for the clock of the test. */
export async function oldGym(time_zone: string, opened_at = "2024-01-01T00:00:00Z") {
  const gym = await newGym({ time_zone });
  await openedAt(gym, opened_at);
  return gym;
}

export const openedAt = (gym: Place, created_at: string) =>
  inTenant(inGym(gym), (db) =>
    db.update(locations).set({ created_at }).where(eq(locations.organization_id, gym.organization_id)),
  );

/** What a tick of the clock takes. */
export const claimAt = (gym: Place, at: string) => claimDueRuns(clockwork(gym, at), {});

/** Works off what was ordered and not yet taken, each event once, its days one after the other. */
export async function workOff(gym: Place, at: string): Promise<void> {
  for (const run_ids of await takeOrders(gym)) {
    for (const run_id of run_ids) await performRun(clockwork(gym, at), { run_id });
  }
}

export const takeOrders = (gym: Place): Promise<string[][]> =>
  inTenant(inGym(gym), async (db) => {
    const due = await db
      .select()
      .from(outboxEvents)
      .where(and(eq(outboxEvents.organization_id, gym.organization_id), eq(outboxEvents.name, "schedules/runs.due")))
      .orderBy(asc(outboxEvents.id));
    const waiting = due.filter(({ sent_at }) => sent_at === null);
    if (waiting.length > 0) {
      await db
        .update(outboxEvents)
        .set({ sent_at: waiting[0]?.created_at })
        .where(
          inArray(
            outboxEvents.id,
            waiting.map(({ id }) => id),
          ),
        );
    }
    return waiting.map(({ payload }) => (payload as { run_ids: string[] }).run_ids);
  });

/** The oldest first. */
export const runsOf = (gym: Place) =>
  inTenant(inGym(gym), (db) =>
    db
      .select()
      .from(scheduleRuns)
      .where(eq(scheduleRuns.organization_id, gym.organization_id))
      .orderBy(asc(scheduleRuns.schedule), asc(scheduleRuns.run_on), asc(scheduleRuns.repetition)),
  );
