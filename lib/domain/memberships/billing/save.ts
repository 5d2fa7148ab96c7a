import { sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { membershipFreezes } from "@/db/schema";
import type { Owed } from "@/lib/domain/billing/documents";
import {
  type BillingState,
  type BookedFreeze,
  currentTerm,
  nextDueOn,
  pendingChange,
} from "@/lib/domain/billing/engine";
import type { Ctx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Happening, HappeningNote } from "@/lib/values/membership-history";
import { happened } from "./happened";
import { recordHappenings } from "./record";

/** A membership, its state as it was loaded, and its new state. The note belongs to what happened. */
export type Change = {
  id: string;
  before: BillingState;
  state: BillingState;
  today: CalendarDay;
  note?: HappeningNote | undefined;
  /** What happened, where the two states do not tell it. */
  facts?: Happening;
  /**
   * What documents that follow in this transaction will leave unpaid. The trigger of the invoices decides; if it finds the amount there, the
   * row is not written a second time.
   */
  owed?: Owed | undefined;
};

/** The columns that follow from a state; pages, lists and the door read them. */
export function columnsOf(state: BillingState, today: CalendarDay) {
  const { freezes: _, ...billing } = state;
  const { plan_id, plan_name, price_minor } = currentTerm(state, today);
  const due_on = nextDueOn(state);
  const pending = pendingChange(state);
  const waits = pending && pending.effective_on > today ? pending : null;
  return {
    billing,
    ...{ plan_id, plan_name, price_minor, starts_on: state.starts_on, anchor_day: state.anchor_day },
    fee_due_on: due_on === state.next_bill_on ? null : due_on,
    ...{ next_bill_on: state.next_bill_on, ends_on: state.ends_on, cancelled_on: state.cancelled_on },
    ...{ next_plan_id: waits?.plan_id ?? null, next_plan_on: waits?.effective_on ?? null },
  };
}

/** Stores the states and what happened, one statement per table whatever their number. The rows are locked by `loadBilled()`. */
export async function saveBilling(ctx: Ctx<unknown>, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { db, organization_id, now } = ctx;
  const rows = changes.map(({ id, state, today, owed }) => ({
    ...{ id, ...columnsOf(state, today) },
    ...(owed && { unpaid_minor: owed.minor, unpaid_due_on: owed.due_on }),
  }));
  await db.execute(sql`
    update memberships m set billing = r.billing, plan_id = r.plan_id, plan_name = r.plan_name, price_minor = r.price_minor,
      starts_on = r.starts_on, anchor_day = r.anchor_day, next_bill_on = r.next_bill_on, fee_due_on = r.fee_due_on, ends_on = r.ends_on,
      cancelled_on = r.cancelled_on,
      cancelled_at = case when r.cancelled_on is not null then coalesce(m.cancelled_at, ${now.toString()}::timestamptz) end,
      next_plan_id = r.next_plan_id, next_plan_on = r.next_plan_on,
      unpaid_minor = m.unpaid_minor + coalesce(r.unpaid_minor, 0), unpaid_due_on = least(m.unpaid_due_on, r.unpaid_due_on),
      version = m.version + 1, updated_at = ${now.toString()}::timestamptz
    from json_populate_recordset(null::memberships, ${JSON.stringify(rows)}::json) r
    where m.organization_id = ${organization_id} and m.id = r.id`);
  await saveFreezes(ctx, changes);
  await recordHappenings(
    ctx,
    changes.flatMap(({ id, note, facts, ...change }) =>
      (facts ? [{ effective_on: change.today, facts }] : happened(change)).map((one) => ({
        membership_id: id,
        note,
        ...one,
      })),
    ),
  );
}

const rowOf = ({ from_on, to_on, fee, fee_to_on, fee_minor }: BookedFreeze) => ({
  ...{ from_on, to_on, fee, fee_to_on, fee_minor },
});

/** Freezes are recognised by their first day, which no two of a membership share. */
async function saveFreezes(ctx: Ctx<unknown>, changes: readonly Change[]): Promise<void> {
  const { db, organization_id, now } = ctx;
  const [gone, added, changed]: [object[], (typeof membershipFreezes.$inferInsert)[], object[]] = [[], [], []];
  for (const { id: membership_id, before, state } of changes) {
    const known = new Map(before.freezes.map((freeze) => [freeze.from_on, freeze]));
    const kept = new Set(state.freezes.map(({ from_on }) => from_on));
    for (const { from_on } of before.freezes) if (!kept.has(from_on)) gone.push({ membership_id, from_on });
    for (const freeze of state.freezes) {
      const row = { organization_id, membership_id, ...rowOf(freeze) };
      const old = known.get(freeze.from_on);
      if (!old) added.push({ id: newId(), ...row, created_by: null, created_at: now.toString() });
      else if (JSON.stringify(rowOf(old)) !== JSON.stringify(rowOf(freeze))) changed.push(row);
    }
  }
  if (gone.length > 0) {
    await db.execute(sql`
      delete from membership_freezes f using json_populate_recordset(null::membership_freezes, ${JSON.stringify(gone)}::json) r
      where f.organization_id = ${organization_id} and f.membership_id = r.membership_id and f.from_on = r.from_on`);
  }
  if (changed.length > 0) {
    await db.execute(sql`
      update membership_freezes f set to_on = r.to_on, fee = r.fee, fee_to_on = r.fee_to_on, fee_minor = r.fee_minor
      from json_populate_recordset(null::membership_freezes, ${JSON.stringify(changed)}::json) r
      where f.organization_id = ${organization_id} and f.membership_id = r.membership_id and f.from_on = r.from_on`);
  }
  await insertRecords(ctx, membershipFreezes, added);
}
