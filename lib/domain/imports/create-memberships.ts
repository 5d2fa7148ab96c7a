import { eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { locations, membershipFreezes, membershipPlans, memberships } from "@/db/schema";
import { columnsOf } from "@/lib/domain/memberships/billing";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { ImportRecord } from "./find";
import { remembered } from "./parse/remembered";
import { sameName } from "./parse/suggest-plan";
import type { PreparedRow } from "./prepared-row";
import { mapInSlices } from "./slices";
import { type EndedTerm, importedTerm } from "./term";

export type ReadyRow = { row_number: number; parsed: PreparedRow };
export type CreatedRow = {
  row_number: number;
  member_id: string | null;
  membership_id: string | null;
  invoice_id: string | null;
  credit_id: string | null;
};

/** Creates the memberships of the rows for the members of `done`. Returns the rows with their memberships. */
export async function createMemberships(
  ctx: ClockCtx,
  record: ImportRecord,
  rows: ReadyRow[],
  done: CreatedRow[],
): Promise<CreatedRow[]> {
  const { db, organization_id } = ctx;
  const [plans, locationRows] = await Promise.all([
    db.select().from(membershipPlans).where(eq(membershipPlans.organization_id, organization_id)),
    db.select().from(locations).where(eq(locations.organization_id, organization_id)),
  ]);
  const owner = new Map(done.map(({ row_number, member_id }) => [row_number, member_id]));
  const planOf = planFinder(plans);
  const now = ctx.now.toString();
  const todayAt = new Map(locationRows.map(({ id, time_zone }) => [id, dayAt(now, time_zone)]));
  const found = await mapInSlices(rows, ({ row_number, parsed }) => {
    const { membership, location_id, plan_id, price_minor } = parsed;
    const today = todayAt.get(location_id);
    const member_id = owner.get(row_number);
    const plan = membership && planOf(plan_id, membership.plan_name);
    if (!plan || !today || !member_id) return null;
    const { state, ended } = importedTerm(membership, plan, { price_minor, today });
    const columns = state ? columnsOf(state, today) : endedColumns(ended, plan, price_minor);
    const id = newId();
    return {
      row_number,
      freezes: state?.freezes ?? [],
      row: {
        ...{ id, organization_id, member_id, location_id, import_id: record.id, currency: plan.currency },
        ...columns,
        cancelled_at: columns.cancelled_on === null ? null : now,
        sessions_included: membership.sessions_left ?? plan.sessions_included,
      },
    };
  });
  const sold = found.filter((one) => one !== null);
  await insertRecords(
    ctx,
    memberships,
    sold.map(({ row }) => row),
  );
  const freezes = sold.flatMap(({ row, freezes }) =>
    freezes.map((freeze) => ({ id: newId(), organization_id, membership_id: row.id, ...freeze, created_at: now })),
  );
  await insertRecords(ctx, membershipFreezes, freezes);
  const made = new Map(sold.map(({ row_number, row }) => [row_number, row.id]));
  return done.map((one) => ({ ...one, membership_id: made.get(one.row_number) ?? null }));
}

type Plan = typeof membershipPlans.$inferSelect;

/** Nothing is billed of it, so it has no billing state. */
const endedColumns = (
  term: EndedTerm,
  plan: Plan,
  price_minor: number,
): Omit<ReturnType<typeof columnsOf>, "billing"> & { billing: null } => ({
  ...{ ...term, billing: null, plan_id: plan.id, plan_name: plan.name, price_minor },
  ...{ fee_due_on: null, next_bill_on: null, next_plan_id: null, next_plan_on: null },
});

/** By id if the check found the plan, by name if the run has just created it. */
function planFinder(plans: Plan[]): (id: string | null, name: string) => Plan | undefined {
  const by_id = new Map(plans.map((plan) => [plan.id, plan]));
  const open = plans.filter(({ archived_at }) => archived_at === null);
  const names = open.map(({ name }) => name);
  const byName = remembered((name) => {
    const known = sameName(name, names);
    return open.find((plan) => plan.name === known);
  });
  return (id, name) => (id ? by_id.get(id) : byName(name));
}
