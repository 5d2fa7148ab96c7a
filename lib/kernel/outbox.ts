import { outboxEvents } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { DomainEvent } from "./events";

/** What open screens hear at once; a few bytes, since NOTIFY carries at most 8,000. */
export type LiveSignal =
  | { topic: "visits" | "import"; location_id?: string; id?: string }
  /** A colleague's own notices have changed. */
  | { topic: "notice"; user_id: string };

export const liveChannel = "fitflow_live";

export async function recordEvents(db: Database, organization_id: string, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.insert(outboxEvents).values(events.map((event) => ({ organization_id, ...event })));
}
