import { and, eq, gt, lte, or } from "drizzle-orm";
import { locations, memberships } from "@/db/schema";
import { taxLines } from "@/lib/domain/billing/documents";
import { billThrough, type Line } from "@/lib/domain/billing/engine";
import { type Seller, sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import {
  draftsOf,
  type PlanTaxes,
  planTaxes,
  type ReadState,
  readStates,
  withFamilies,
} from "@/lib/domain/memberships/billing";
import { getLocationRow, withinReach } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import { addDays, addMonthsAnchored, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { ForecastRisk } from "@/lib/values/forecast";
import { overdueSince } from "@/lib/values/membership-rules/overdue";
import { policiesOf } from "@/lib/values/policies";

type ForecastCtx = ReadCtx & OrganizationCtx;

export type ForecastLine = {
  row: ReadState["row"];
  line: Line;
  /** The day on which the renewals bill it. What was missed is billed today. */
  bill_on: CalendarDay;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  risk: ForecastRisk | null;
};

export type Places = { ids: string[]; first_month: string };

/** The locations that are read, and the month that is now at the first of them. */
export async function placesOf(ctx: ForecastCtx, location_id: string | undefined): Promise<Places> {
  const { db, caller, organization_id, now } = ctx;
  const rows = location_id
    ? [await getLocationRow(ctx, location_id)]
    : await db
        .select({ id: locations.id, time_zone: locations.time_zone })
        .from(locations)
        .where(and(eq(locations.organization_id, organization_id), withinReach(caller, locations.id)));
  const days = rows.map(({ time_zone }) => dayAt(now.toString(), time_zone)).toSorted();
  return { ids: rows.map(({ id }) => id), first_month: (days[0] ?? now.toString()).slice(0, 7) };
}

export const monthAfter = (month: string, months: number): string =>
  addMonthsAnchored(1, `${month}-01`, months).slice(0, 7);

const lastDayOf = (month: string): CalendarDay => addDays(`${monthAfter(month, 1)}-01`, -1);

/** Memberships of one statement. Between two of them other requests run. */
const batchSize = 500;

/** What the renewals bill up to the last day of `until`, membership by membership. Nothing is stored (C12). */
export async function* forecastOf(ctx: ForecastCtx, places: Places, until: string): AsyncGenerator<ForecastLine[]> {
  const horizon = lastDayOf(until);
  const sellers = await sellersOf(ctx, places.ids);
  const taxed = taxMemo();
  const waits = policiesOf(ctx.organization).unpaid_next_cycle === "wait";
  for (let last: string | null = null; ; ) {
    const batch: ReadState[] = await readStates(
      ctx,
      and(
        withinReach(ctx.caller, memberships.location_id),
        places.ids.length === 1 ? eq(memberships.location_id, places.ids[0] as string) : undefined,
        or(lte(memberships.next_bill_on, horizon), lte(memberships.fee_due_on, horizon)),
        last === null ? undefined : gt(memberships.id, last),
      ),
      batchSize,
    );
    const plans = await planTaxes(ctx, batch);
    const billed = await withFamilies(ctx, batch, plans);
    // K9: nothing is billed while an invoice is overdue, and nothing is certain about the day on which it is paid.
    const certain = waits ? billed.filter(({ row, today }) => overdueSince(row, today) === null) : billed;
    yield certain.flatMap((billed) =>
      linesOf(billed, { horizon, plans, seller: sellerAt(sellers, billed.row.location_id), taxed }),
    );
    last = batch.at(-1)?.row.id ?? null;
    if (batch.length < batchSize) return;
  }
}

type Options = { horizon: CalendarDay; plans: PlanTaxes; seller: Seller };

function linesOf(billed: ReadState, { horizon, plans, seller, taxed }: Options & { taxed: TaxMemo }): ForecastLine[] {
  const { row, state, today } = billed;
  const { lines } = billThrough(state, horizon);
  const risk = riskOf(billed);
  return byDay(lines).flatMap((document) => {
    const taxes = taxed(document, row, plans, seller);
    return document.flatMap((line, index) => {
      const bill_on = isMissed(line, today) ? today : line.on;
      const { net_minor, tax_minor, total_minor } = taxes[index] as Taxed;
      const isRecurring = line.kind === "period";
      return bill_on > horizon
        ? []
        : [{ row, line, bill_on, net_minor, tax_minor, total_minor, risk: isRecurring ? risk : null }];
    });
  });
}

const isMissed = ({ on }: Line, today: CalendarDay): boolean => on < today;

/** The lines of a day are one document (C14). `billThrough()` gives them in the order of their days. */
function byDay(lines: readonly Line[]): Line[][] {
  const documents: Line[][] = [];
  for (const line of lines) {
    const document = documents.at(-1);
    if (document?.[0]?.on === line.on) document.push(line);
    else documents.push([line]);
  }
  return documents;
}

function riskOf({ row, state, today }: ReadState): ForecastRisk | null {
  if (overdueSince(row, today) !== null) return "overdue";
  return state.cancellation === null ? null : "cancelled";
}

type Taxed = { net_minor: number; tax_minor: number; total_minor: number };
type TaxMemo = (document: readonly Line[], row: ReadState["row"], plans: PlanTaxes, seller: Seller) => readonly Taxed[];

/** Most documents have one line, and many of them the same amount on the same day. */
function taxMemo(): TaxMemo {
  const known = new Map<string, readonly Taxed[]>();
  const compute: TaxMemo = (document, row, plans, seller) =>
    // A company's place of supply is that of the location, so the buyer does not change the tax.
    draftsOf(document, row, plans, "renewal").flatMap((draft) => taxLines(draft.lines, seller, { state_code: null }));
  return (document, row, plans, seller) => {
    const [line] = document;
    if (document.length !== 1 || !line) return compute(document, row, plans, seller);
    const key = [seller.location.id, line.plan_id, line.amount_minor, line.from_on ?? line.on].join(" ");
    const found = known.get(key) ?? compute(document, row, plans, seller);
    known.set(key, found);
    return found;
  };
}

/** A month that the forecast can reach. */
export function checkMonth(month: string, { first_month }: Places): void {
  const last_month = monthAfter(first_month, 23);
  if (month < first_month || month > last_month)
    throw new Problem("invalid_input", undefined, {
      errors: [{ field: "month", message: `Choose a month from ${first_month} to ${last_month}` }],
    });
}
