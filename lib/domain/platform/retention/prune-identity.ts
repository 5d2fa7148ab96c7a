import { sql } from "drizzle-orm";
import { inBatches } from "@/db/in-batches";
import { inIdentity } from "@/db/tenancy";
import type { Clock } from "@/lib/kernel/clock";
import { keyHours } from "./key-hours";

const mailDays = 30;

/** Expired credentials are useless, and mails of the local outbox are read within days. */
export async function pruneIdentity(clock: Clock) {
  const now = clock.now().toString();
  const expired = (table: "refresh_tokens" | "one_time_tokens") =>
    inBatches((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from ${sql.identifier(table)} where id in
          (select id from ${sql.identifier(table)} where expires_at < ${now}::timestamptz limit ${limit})`),
        { timeout_class: "job" },
      ),
    );
  return {
    refresh_tokens: await expired("refresh_tokens"),
    one_time_tokens: await expired("one_time_tokens"),
    person_idempotency_keys: await inBatches((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from person_idempotency_keys where (user_id, key) in
          (select user_id, key from person_idempotency_keys
            where created_at < ${now}::timestamptz - make_interval(hours => ${keyHours}) limit ${limit})`),
        { timeout_class: "job" },
      ),
    ),
    outbox_mails: await inBatches((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from outbox_mails where id in (select id from outbox_mails
          where created_at < ${now}::timestamptz - make_interval(days => ${mailDays}) limit ${limit})`),
        { timeout_class: "job" },
      ),
    ),
  };
}
