import { eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { locations, membershipFreezes, membershipPlans, memberships } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { ImportRecord } from "./find";
import { sameName } from "./parse/suggest-plan";
import type { PreparedRow } from "./prepared-row";
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
  const sold = rows.flatMap(({ row_number, parsed }) => {
    const { membership, location_id, plan_id, price_minor } = parsed;
    const plan = planFor(plans, plan_id, membership?.plan_name);
    const location = locationRows.find(({ id }) => id === location_id);
    const member_id = owner.get(row_number);
    if (!membership || !plan || !location || !member_id) return [];
    const now = ctx.now.toString();
    const { freeze, ...term } = importedTerm(membership, plan, {
      price_minor,
      now,
      today: dayAt(now, location.time_zone),
    });
    const snapshot = { plan_id: plan.id, plan_name: plan.name, currency: plan.currency, price_minor };
    const id = newId();
    return [
      {
        row_number,
        freeze,
        row: { id, organization_id, member_id, location_id, import_id: record.id, ...snapshot, ...term },
      },
    ];
  });
  if (sold.length > 0) await db.insert(memberships).values(sold.map(({ row }) => row));
  const freezes = sold.flatMap(({ row, freeze }) =>
    freeze ? [{ organization_id, membership_id: row.id, ...freeze }] : [],
  );
  if (freezes.length > 0) await db.insert(membershipFreezes).values(freezes);
  const made = new Map(sold.map(({ row_number, row }) => [row_number, row.id]));
  return done.map((one) => ({ ...one, membership_id: made.get(one.row_number) ?? null }));
}

type Plan = typeof membershipPlans.$inferSelect;

/** By id if the check found the plan, by name if the run has just created it. */
function planFor(plans: Plan[], id: string | null, name: string | undefined): Plan | undefined {
  if (id) return plans.find((plan) => plan.id === id);
  const open = plans.filter(({ archived_at }) => archived_at === null);
  const known =
    name &&
    sameName(
      name,
      open.map((plan) => plan.name),
    );
  return open.find((plan) => plan.name === known);
}
