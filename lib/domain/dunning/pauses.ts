import { and, eq, lte } from "drizzle-orm";
import { dunningCases } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import { addStep, changeCase, type LockedCase, lockCases } from "./cases";
import { notPaused, standingOf } from "./standing";

/** Ends the pauses whose time is over. */
export async function resumePaused(ctx: Ctx<unknown>): Promise<void> {
  const { db, organization_id, now } = ctx;
  const rows = await db
    .select({ invoice_id: dunningCases.invoice_id })
    .from(dunningCases)
    .where(
      and(
        eq(dunningCases.organization_id, organization_id),
        eq(dunningCases.status, "paused"),
        lte(dunningCases.paused_until, now.toString()),
      ),
    )
    .limit(100);
  const ids = rows.map(({ invoice_id }) => invoice_id);
  for (const one of await lockCases(ctx, ids)) if (one.row.status === "paused") await resume(ctx, one);
}

/** Goes on by the schedule. Days that went by are made up for by one try. */
export async function resume(ctx: Ctx<unknown>, { row, place }: LockedCase): Promise<void> {
  const standing = standingOf(row, ctx.now, place);
  await changeCase(ctx, row.id, { ...notPaused, ...standing });
  const { next_try_at, stop_reason } = standing;
  await addStep(ctx, { case_id: row.id, kind: "resumed", next_try_at, stop_reason });
}
