import { inBatches } from "@/db/in-batches";
import { inIdentity } from "@/db/tenancy";
import type { Retention } from "@/lib/domain/area";
import type { Clock } from "@/lib/kernel/clock";
import { deleteExpired } from "./expired-rows";
import { keyHours } from "./key-hours";

/** Rows of people, outside of every organization. Expired credentials are useless, and outbox mails are read within days. */
const retentions: readonly Retention[] = [
  { table: "refresh_tokens", column: "expires_at", hours: 0 },
  { table: "one_time_tokens", column: "expires_at", hours: 0 },
  { table: "person_idempotency_keys", key: ["user_id", "key"], column: "created_at", hours: keyHours },
  { table: "outbox_mails", column: "created_at", hours: 30 * 24 },
];

/** Returns the counts by table. */
export async function pruneIdentity(clock: Clock): Promise<Record<string, number>> {
  const now = clock.now().toString();
  const counts: Record<string, number> = {};
  for (const retention of retentions) {
    counts[retention.table] = await inBatches((limit) =>
      inIdentity(null, (db) => db.execute(deleteExpired(retention, now, limit)), { timeout_class: "job" }),
    );
  }
  return counts;
}
