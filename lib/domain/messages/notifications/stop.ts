import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";

/**
 * Stops those of these messages that have not left. What a vendor has in its hands at this moment still goes out, also where it
 * asked to be called again: the call would have to be the same. Answers how many were stopped.
 */
export async function stopWaiting(
  { db, organization_id, now }: Pick<Ctx<unknown>, "db" | "organization_id" | "now">,
  these: SQL,
): Promise<number> {
  const { rowCount } = await db
    .update(messages)
    .set({ state: "cancelled", reason: "cancelled_by_staff", ended_at: now.toString() })
    .where(
      and(
        eq(messages.organization_id, organization_id),
        these,
        inArray(messages.state, ["queued", "held"]),
        isNull(messages.batch_id),
      ),
    );
  return rowCount ?? 0;
}
