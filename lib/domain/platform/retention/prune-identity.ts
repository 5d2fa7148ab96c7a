import { sql } from "drizzle-orm";
import { inTurns } from "@/db/in-turns";
import { inIdentity } from "@/db/tenancy";
import type { Clock } from "@/lib/kernel/clock";
import { keyHours } from "./key-hours";

const mailDays = 30;

/** Expired credentials are useless, and mails of the local outbox are read within days. */
export async function pruneIdentity(clock: Clock) {
  const now = clock.now().toString();
  const expired = (table: "refresh_tokens" | "one_time_tokens") =>
    inTurns((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from ${sql.identifier(table)} where id in
          (select id from ${sql.identifier(table)} where expires_at < ${now}::timestamptz limit ${limit})`),
        { patience: "job" },
      ),
    );
  return {
    refresh_tokens: await expired("refresh_tokens"),
    one_time_tokens: await expired("one_time_tokens"),
    person_idempotency_keys: await inTurns((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from person_idempotency_keys where (user_id, key) in
          (select user_id, key from person_idempotency_keys
            where created_at < ${now}::timestamptz - make_interval(hours => ${keyHours}) limit ${limit})`),
        { patience: "job" },
      ),
    ),
    outbox_mails: await inTurns((limit) =>
      inIdentity(
        null,
        (db) =>
          db.execute(sql`delete from outbox_mails where id in (select id from outbox_mails
          where created_at < ${now}::timestamptz - make_interval(days => ${mailDays}) limit ${limit})`),
        { patience: "job" },
      ),
    ),
  };
}
