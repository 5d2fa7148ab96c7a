import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { locations, outboxEvents, scheduleRuns } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { executeScheduleRun, startDueScheduleRuns } from "@/lib/domain/platform/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym } from "@/tests/support/gym/gym";

export type GymRef = Pick<Awaited<ReturnType<typeof newGym>>, "organization" | "organization_id" | "location_id">;

const inGym = ({ organization_id }: GymRef) => ({ organization_id, user_id: null });
export const clockwork = ({ organization }: GymRef, at: string) =>
  systemCaller("Schedules", organization, fixedClock(at));

/** A gym whose locations have been open long enough for the clock of the test. */
export async function oldGym(time_zone: string, opened_at = "2024-01-01T00:00:00Z") {
  const gym = await newGym({ time_zone });
  await openedAt(gym, opened_at);
  return gym;
}

export const openedAt = (gym: GymRef, created_at: string) =>
  inTenant(inGym(gym), (db) =>
    db.update(locations).set({ created_at }).where(eq(locations.organization_id, gym.organization_id)),
  );

/** What a tick of the clock takes. */
export const claimAt = (gym: GymRef, at: string) => startDueScheduleRuns(clockwork(gym, at), {});

/** Works off what was ordered and not yet taken, each event once, its days one after the other. */
export async function workOff(gym: GymRef, at: string): Promise<void> {
  for (const run_ids of await takeOrders(gym)) await perform(gym, at, run_ids);
}

export async function perform(gym: GymRef, at: string, run_ids: readonly string[]): Promise<void> {
  for (const run_id of run_ids) {
    while ((await executeScheduleRun(clockwork(gym, at), { run_id })).has_more);
  }
}

export const takeOrders = async (gym: GymRef): Promise<string[][]> =>
  (await takeEvents(gym))
    .filter(({ name }) => name === "schedules/runs.due")
    .map(({ payload }) => (payload as { run_ids: string[] }).run_ids);

/** What waits in the outbox, the oldest first; it is taken as sent. */
export const takeEvents = (gym: GymRef) =>
  inTenant(inGym(gym), async (db) => {
    const taken = await db
      .update(outboxEvents)
      .set({ sent_at: sql`${outboxEvents.created_at}` })
      .where(and(eq(outboxEvents.organization_id, gym.organization_id), isNull(outboxEvents.sent_at)))
      .returning();
    return taken.sort((a, b) => (a.id < b.id ? -1 : 1));
  });

/** The oldest first. */
export const runsOf = (gym: GymRef) =>
  inTenant(inGym(gym), (db) =>
    db
      .select()
      .from(scheduleRuns)
      .where(eq(scheduleRuns.organization_id, gym.organization_id))
      .orderBy(asc(scheduleRuns.schedule), asc(scheduleRuns.run_on), asc(scheduleRuns.repetition)),
  );
