import { and, eq, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/closures";
import { type ReadState, readStates } from "@/lib/domain/memberships/billing";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { decodeCursor, encodeCursor } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { checkDays } from "./check-days";
import { withClosure } from "./freezes-of";
import { liveAt } from "./rows";

const batchSize = 500;

/** C12, E17: the job does the same with the same memberships. */
export const previewClosure = operation(contracts.previewClosure, async (ctx, input) => {
  const { from_on, to_on, limit, cursor } = input;
  const location = await getLocationRow(ctx, input.location_id);
  checkDays(ctx, input, location);
  const from_id = cursor ? String(decodeCursor(cursor, 1)[0]) : null;
  const counts = { frozen: 0, shortened: 0, skipped: 0 };
  let [total, bills_moved] = [0, 0];
  const page: (ReadState & ReturnType<typeof withClosure> & { before: ReadState["state"] })[] = [];
  for (let after: string | null = null; ; ) {
    const batch: ReadState[] = await readStates(ctx, liveAt(location.id, from_on, after), batchSize);
    for (const one of batch) {
      const closed = withClosure(one.state, { from_on, to_on }, one.today);
      counts[closed.outcome] += 1;
      total += 1;
      if (closed.state.next_bill_on !== one.state.next_bill_on) bills_moved += 1;
      if (page.length <= limit && (from_id === null || one.row.id > from_id))
        page.push({ ...one, ...closed, before: one.state });
    }
    after = batch.at(-1)?.row.id ?? null;
    if (batch.length < batchSize) break;
  }
  const shown = page.slice(0, limit);
  const names = await namesOf(shown.map(({ row }) => row.member_id));
  const last = shown.at(-1)?.row.id;
  return {
    ...{ total, ...counts, bills_moved },
    next_cursor: page.length > limit && last ? encodeCursor([last]) : null,
    data: shown.map(({ row, outcome, reason, frozen_days, before, state }) => ({
      ...{ membership_id: row.id, member_id: row.member_id, member_name: names.get(row.member_id) ?? "" },
      ...{ plan_name: row.plan_name, outcome, reason, frozen_days },
      before: { next_bill_on: before.next_bill_on, ends_on: before.ends_on },
      after: { next_bill_on: state.next_bill_on, ends_on: state.ends_on },
    })),
  };

  async function namesOf(ids: string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await ctx.db
      .select({ id: members.id, name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})` })
      .from(members)
      .where(
        and(eq(members.organization_id, ctx.organization_id), sql`${members.id} = any(${sql.param(ids)}::uuid[])`),
      );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
});
