import { sql } from "drizzle-orm";
import { inBatches } from "@/db/in-batches";
import { inTenant } from "@/db/tenancy";
import type { Clock } from "@/lib/kernel/clock";

const keyHours = 24;
/** So long a vendor's report that is sent once more, by whomever, is known for a copy. */
const reportDays = 400;

/** Days after which rows go, counted from this column of theirs. */
const kept = {
  /** An event that has gone out stays a week, for whoever asks what was sent. */
  outbox_events: { column: "sent_at", days: 7 },
  /** A year and a bit: whoever looks at this March sees the last one beside it. */
  schedule_runs: { column: "finished_at", days: 400 },
  staff_notices: { column: "created_at", days: 180 },
} as const;

/** R3: an idempotency key counts for a day. */
export async function pruneOrganization(organization_id: string, clock: Clock) {
  const now = clock.now().toString();
  const tenant = { organization_id, user_id: null };
  const older = (table: keyof typeof kept) =>
    inBatches((limit) =>
      inTenant(
        tenant,
        (db) =>
          db.execute(sql`delete from ${sql.identifier(table)} where organization_id = ${organization_id} and id in
          (select id from ${sql.identifier(table)} where organization_id = ${organization_id}
            and ${sql.identifier(kept[table].column)} < ${now}::timestamptz - make_interval(days => ${kept[table].days})
            limit ${limit})`),
        { timeout_class: "job" },
      ),
    );
  return {
    idempotency_keys: await inBatches((limit) =>
      inTenant(
        tenant,
        (db) =>
          db.execute(sql`delete from idempotency_keys where organization_id = ${organization_id} and (actor_id, key) in
          (select actor_id, key from idempotency_keys where organization_id = ${organization_id}
            and created_at < ${now}::timestamptz - make_interval(hours => ${keyHours}) limit ${limit})`),
        { timeout_class: "job" },
      ),
    ),
    outbox_events: await older("outbox_events"),
    schedule_runs: await older("schedule_runs"),
    staff_notices: await older("staff_notices"),
    message_reports: await inBatches((limit) =>
      inTenant(
        tenant,
        (db) =>
          db.execute(sql`delete from message_reports where organization_id = ${organization_id} and (vendor, event_id) in
          (select vendor, event_id from message_reports where organization_id = ${organization_id}
            and received_at < ${now}::timestamptz - make_interval(days => ${reportDays}) limit ${limit})`),
        { timeout_class: "job" },
      ),
    ),
  };
}
