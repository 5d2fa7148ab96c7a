import { executorQuery } from "@/db/tenancy";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { storable } from "@/lib/values/storable-text";
import { seededEventId } from "./event-ids";
import { wakeExecutor } from "./wake";
import { wantedEvents } from "./wanted";

export type SentEvent = {
  id?: string | undefined;
  name: string;
  data: Record<string, unknown>;
  ts?: number | undefined;
};

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function organizationOf(data: Record<string, unknown>): string | null {
  const { organization_id } = data;
  return typeof organization_id === "string" && uuidShape.test(organization_id) ? organization_id : null;
}

/**
 * Keeps the events durably, each id once, and wakes whoever routes them. Most of what happens in a gym starts nothing: an
 * event that no function of any process and no waiting step asks for is not kept. Answers the ids in the order given.
 */
export async function ingest(
  events: readonly SentEvent[],
  seed: string | null = null,
  clock: Clock = systemClock,
): Promise<string[]> {
  const now_ms = clock.now().epochMilliseconds;
  const ids = events.map(({ id }, index) => (id ? storable(id) : seededEventId(seed, index, now_ms)));
  const { rowCount } = await executorQuery(
    `insert into job_events (id, organization_id, name, data, occurred_at, created_at)
     select id, organization_id, name, data::json, to_timestamp(occurred_at / 1000.0), to_timestamp($6 / 1000.0)
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::float8[]) as e (id, organization_id, name, data, occurred_at)
     where $7::text[] is null or name = any($7) or exists (select from job_waits w where w.event_name = e.name)
       or exists (select from job_functions f where e.name = any(f.events))
     on conflict (id) do nothing`,
    [
      ids,
      events.map(({ data }) => organizationOf(data)),
      events.map(({ name }) => storable(name)),
      events.map(({ data }) => JSON.stringify(data)),
      events.map(({ ts }) => ts ?? now_ms),
      now_ms,
      wantedEvents() ?? null,
    ],
  );
  if (rowCount) wakeExecutor("events");
  return ids;
}
