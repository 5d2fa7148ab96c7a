import { and, asc, eq, gt, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { closureExceptions, members, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/closures";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Closed } from "./freezes-of";
import { readClosure } from "./rows";

type Reached = Pick<Closed, "outcome" | "reason" | "frozen_days"> & { row: { id: string } };

/** Stores what the job did not freeze on all days, in the transaction of its batch. */
export async function recordExceptions(ctx: Ctx, closure_id: string, reached: readonly Reached[]): Promise<void> {
  await insertRecords(
    ctx,
    closureExceptions,
    reached.flatMap(({ row, outcome, reason, frozen_days }) =>
      outcome === "frozen" || reason === null
        ? []
        : [
            {
              ...{ id: newId(), organization_id: ctx.organization_id, closure_id, membership_id: row.id },
              ...{ outcome, reason, frozen_days },
            },
          ],
    ),
  );
}

export const listClosureExceptions = operation(
  contracts.listClosureExceptions,
  async (ctx, { id, outcome, limit, cursor }) => {
    await readClosure(ctx, id);
    const after = cursor ? String(decodeCursor(cursor, 1)[0]) : null;
    const rows = await ctx.db
      .select({
        membership_id: closureExceptions.membership_id,
        member_id: memberships.member_id,
        member_name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
        plan_name: memberships.plan_name,
        outcome: closureExceptions.outcome,
        reason: closureExceptions.reason,
        frozen_days: closureExceptions.frozen_days,
      })
      .from(closureExceptions)
      .innerJoin(
        memberships,
        and(
          eq(memberships.organization_id, closureExceptions.organization_id),
          eq(memberships.id, closureExceptions.membership_id),
        ),
      )
      .innerJoin(
        members,
        and(eq(members.organization_id, memberships.organization_id), eq(members.id, memberships.member_id)),
      )
      .where(
        and(
          eq(closureExceptions.organization_id, ctx.organization_id),
          eq(closureExceptions.closure_id, id),
          outcome ? eq(closureExceptions.outcome, outcome) : undefined,
          after ? gt(closureExceptions.membership_id, after) : undefined,
        ),
      )
      .orderBy(asc(closureExceptions.membership_id))
      .limit(limit + 1);
    return toPage(rows, limit, ({ membership_id }) => [membership_id]);
  },
);
