import { sql } from "drizzle-orm";
import { shareTransaction } from "@/db/client-query";
import { clientOf, type Database } from "@/db/tenancy";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";

/**
 * Grants this transaction access to the jobs of all organizations. The database checks that the caller is a super admin,
 * independent of the session.
 */
export async function openAllJobs(db: Database, { actor }: Caller): Promise<void> {
  shareTransaction(clientOf(db));
  const user_id = userIdOf({ actor });
  const { rowCount } = await db.execute(
    sql`select set_config('app.executor', 'on', true) from users where id = ${user_id} and is_super_admin and disabled_at is null`,
  );
  if (rowCount !== 1) throw notFound();
}
