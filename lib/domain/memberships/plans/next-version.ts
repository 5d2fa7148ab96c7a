import { and, eq, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import type { ClockCtx } from "@/lib/kernel/operation";

/** Counts a change of what belongs to the plan. Throws if another change of the plan came first. */
export async function takeNextVersion(ctx: ClockCtx, { id, version }: { id: string; version: number }): Promise<void> {
  const updated = await ctx.db
    .update(membershipPlans)
    .set({ version: sql`${membershipPlans.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(
        eq(membershipPlans.organization_id, ctx.organization_id),
        eq(membershipPlans.id, id),
        eq(membershipPlans.version, version),
      ),
    )
    .returning({ id: membershipPlans.id });
  if (updated.length === 0) throw new Problem("version_conflict");
}
