import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";

/** The number of unread notices by user, for open screens. Users without unread notices are omitted. */
export function countUnreadByUser(organization_id: string, user_ids: readonly string[]): Promise<Map<string, number>> {
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const { rows } = await db.execute<{ user_id: string; unread: number }>(sql`
      select user_id, count(*)::int as unread from staff_notices
      where organization_id = ${organization_id} and user_id = any(${sql.param([...user_ids])}::uuid[]) and read_at is null
      group by user_id`);
    return new Map(rows.map(({ user_id, unread }) => [user_id, unread]));
  });
}
