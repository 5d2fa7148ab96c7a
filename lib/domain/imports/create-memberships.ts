import { eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { locations, membershipFreezes, membershipPlans, memberships } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { ImportRecord } from "./find";
import { remembered } from "./parse/remembered";
import { sameName } from "./parse/suggest-plan";
import type { PreparedRow } from "./prepared-row";
import { mapInSlices } from "./slices";
import { importedTerm } from "./term";

export type ReadyRow = { row_number: number; parsed: PreparedRow };
export type CreatedRow = { row_number: number; member_id: string | null; membership_id: string | null };

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
    const { freeze, ...term } = importedTerm(membership, plan, { price_minor, now, today });
    const snapshot = { plan_id: plan.id, plan_name: plan.name, currency: plan.currency, price_minor };
    const id = newId();
    return {
      row_number,
      freeze,
      row: { id, organization_id, member_id, location_id, import_id: record.id, ...snapshot, ...term },
    };
  });
  const sold = found.filter((one) => one !== null);
  await insertRecords(
    ctx,
    memberships,
    sold.map(({ row }) => row),
  );
  const freezes = sold.flatMap(({ row, freeze }) =>
    freeze ? [{ id: newId(), organization_id, membership_id: row.id, ...freeze }] : [],
  );
  await insertRecords(ctx, membershipFreezes, freezes);
  const made = new Map(sold.map(({ row_number, row }) => [row_number, row.id]));
  return done.map((one) => ({ ...one, membership_id: made.get(one.row_number) ?? null }));
}

type Plan = typeof membershipPlans.$inferSelect;

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
