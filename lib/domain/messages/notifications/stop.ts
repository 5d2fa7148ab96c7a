import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";

/**
 * Cancels those of condition messages that have not been handed to a vendor. A deferred call must be repeated unchanged, so its
 * messages are still sent. Returns the number of cancelled messages.
 */
export async function stopWaiting({ db, organization_id, now }: ClockCtx, condition: SQL): Promise<number> {
  const { rowCount } = await db
    .update(messages)
    .set({ state: "cancelled", reason: "cancelled_by_staff", ended_at: now.toString() })
    .where(
      and(
        eq(messages.organization_id, organization_id),
        condition,
        inArray(messages.state, ["queued", "held"]),
        isNull(messages.batch_id),
      ),
    );
  return rowCount ?? 0;
}
