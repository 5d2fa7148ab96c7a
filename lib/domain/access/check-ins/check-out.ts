import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { checkIns } from "@/db/schema";
import * as contracts from "@/lib/contracts/access/check-ins";
import { visitClosed } from "@/lib/domain/access/events";
import { recentCounts } from "@/lib/domain/access/occupancy/recent-counts";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getScan } from "./scans";

export const checkOut = operation(contracts.checkOut, endVisit, {
  afterCommit: ({ organization }, { location_id, check_out_kind }) => {
    // A visit whose automatic check-out was due did not count any more.
    if (organization && check_out_kind === "staff") recentCounts.changed(organization.id, location_id, -1);
  },
});

async function endVisit(ctx: Ctx, { id }: z.output<typeof contracts.checkOut.input>) {
  const before = await getScan(ctx, id);
  if (before.outcome === "denied") throw notFound();
  if (before.undone_at) throw new Problem("already_undone");
  const now = ctx.now.toString();
  const [row] = await ctx.db
    .update(checkIns)
    .set({
      check_out_at: sql`greatest(${checkIns.check_in_at}, least(${now}::timestamptz, ${checkIns.auto_check_out_at}))`,
      check_out_kind: sql`case when ${checkIns.auto_check_out_at} <= ${now}::timestamptz then 'automatic' else 'staff' end`,
    })
    .where(
      and(
        eq(checkIns.organization_id, ctx.organization_id),
        eq(checkIns.id, id),
        isNull(checkIns.check_out_at),
        isNull(checkIns.undone_at),
      ),
    )
    .returning({ check_out_at: checkIns.check_out_at, check_out_kind: checkIns.check_out_kind });
  if (!row) throw new Problem("already_checked_out");
  ctx.audit({ target_type: "check_in", target_id: id, after: row });
  ctx.emit(visitClosed, { check_in_id: id, ...row });
  ctx.signal({ topic: "visits", location_id: before.location_id, id });
  return { ...before, ...row };
}
