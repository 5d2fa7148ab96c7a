import { pool } from "@/db/client";
import { type Clock, systemClock } from "@/lib/kernel/clock";
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

export function organizationOf(data: Record<string, unknown>): string | null {
  const { organization_id } = data;
  return typeof organization_id === "string" && uuidShape.test(organization_id) ? organization_id : null;
}

/**
 * Keeps the events durably, each id once, and wakes whoever routes them. Most of what happens in a gym starts nothing: an
 * event that no function and no waiting step asks for is not kept. Answers the ids in the order given.
 */
export async function ingest(
  events: readonly SentEvent[],
  seed: string | null = null,
  clock: Clock = systemClock,
): Promise<string[]> {
  const now_ms = clock.now().epochMilliseconds;
  const rows = events.map(({ id, name, data, ts }, index) => ({
    id: id || seededEventId(seed, index, now_ms),
    organization_id: organizationOf(data),
    name,
    data,
    occurred_at: ts ?? now_ms,
    created_at: now_ms,
  }));
  const { rowCount } = await pool().query(
    `insert into job_events (id, organization_id, name, data, occurred_at, created_at)
     select id, organization_id, name, data, to_timestamp(occurred_at / 1000.0), to_timestamp(created_at / 1000.0)
     from json_to_recordset($1::json) as e (id text, organization_id uuid, name text, data json,
       occurred_at double precision, created_at double precision)
     where $2::text[] is null or name = any($2) or exists (select from job_waits w where w.event_name = e.name)
     on conflict (id) do nothing`,
    [JSON.stringify(rows), wantedEvents() ?? null],
  );
  if (rowCount) wakeExecutor("events");
  return rows.map(({ id }) => id);
}
