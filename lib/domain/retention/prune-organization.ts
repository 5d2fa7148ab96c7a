import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import type { Clock } from "@/lib/kernel/clock";
import { deleteInTurns } from "./delete-in-turns";

const keyHours = 24;
const eventDays = 7;

/** R3: an idempotency key counts for a day. An event that has gone out is kept a week, for whoever asks what was sent. */
export async function pruneOrganization(organization_id: string, clock: Clock) {
  const now = clock.now().toString();
  const tenant = { organization_id, user_id: null };
  return {
    idempotency_keys: await deleteInTurns((limit) =>
      inTenant(tenant, (db) =>
        db.execute(sql`delete from idempotency_keys where organization_id = ${organization_id} and (actor_id, key) in
          (select actor_id, key from idempotency_keys where organization_id = ${organization_id}
            and created_at < ${now}::timestamptz - make_interval(hours => ${keyHours}) limit ${limit})`),
      ),
    ),
    outbox_events: await deleteInTurns((limit) =>
      inTenant(tenant, (db) =>
        db.execute(sql`delete from outbox_events where organization_id = ${organization_id} and id in
          (select id from outbox_events where organization_id = ${organization_id}
            and sent_at < ${now}::timestamptz - make_interval(days => ${eventDays}) limit ${limit})`),
      ),
    ),
  };
}
