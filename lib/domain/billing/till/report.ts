import { sql } from "drizzle-orm";
import { payments, refunds } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type PaymentMethod, paymentMethods } from "@/lib/values/billing";
import { cashIn } from "./cash-in";
import { getSessionRow, movementsOf } from "./find";
import { movedOf } from "./moved";

type MethodRow = {
  method: PaymentMethod;
  payments_count: number;
  payments_minor: number;
  refunds_minor: number;
  reversals_minor: number;
};

/** The Z report of a closed till. While it is open, only those who may see the cash get it: the count is blind. */
export const getTillReport = operation(contracts.getTillReport, async (ctx, { id }) => {
  const report = await reportOf(ctx, id);
  if (!report.closed_at && !ctx.caller.permissions.has("ledger.read"))
    throw new Problem("conflict", "The report is ready when the till is closed. Count the cash and close it first.");
  return report;
});

export async function reportOf(ctx: Ctx, id: string) {
  const session = await getSessionRow(ctx, id);
  const [methods, moved, movements] = [
    await methodsOf(ctx, id, session),
    await movedOf(ctx, id),
    await movementsOf(ctx, id),
  ];
  return {
    ...session,
    expected_minor: session.expected_minor ?? (await cashIn(ctx, session)),
    ...{ methods, ...moved, movements },
  };
}

async function methodsOf(
  { db, organization_id, now }: Ctx,
  id: string,
  { location_id, opened_at, closed_at }: { location_id: string; opened_at: string; closed_at: string | null },
): Promise<MethodRow[]> {
  const { rows } = await db.execute<Record<keyof MethodRow, string>>(sql`
    select method, sum(taken) as payments_count, sum(paid) as payments_minor, sum(refunded) as refunds_minor,
      sum(reversed) as reversals_minor
    from (
      select p.method, 1 as taken, p.amount_minor as paid, 0 as refunded, 0 as reversed from ${payments} p
        where p.organization_id = ${organization_id} and p.till_session_id = ${id}
      union all
      select r.method, 0, 0, r.amount_minor, 0 from ${refunds} r
        where r.organization_id = ${organization_id} and r.till_session_id = ${id}
      union all
      select p.method, 0, 0, 0, p.amount_minor from ${payments} p
        where p.organization_id = ${organization_id} and p.location_id = ${location_id}
          and p.reversed_at >= ${opened_at} and p.reversed_at <= ${closed_at ?? now.toString()}
    ) moved group by method`);
  return rows
    .map(({ method, ...sums }) => ({
      method: method as PaymentMethod,
      payments_count: Number(sums.payments_count),
      payments_minor: Number(sums.payments_minor),
      refunds_minor: Number(sums.refunds_minor),
      reversals_minor: Number(sums.reversals_minor),
    }))
    .toSorted((a, b) => paymentMethods.indexOf(a.method) - paymentMethods.indexOf(b.method));
}
