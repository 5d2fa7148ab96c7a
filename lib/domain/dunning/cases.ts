import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { dunningCases, dunningSteps, invoices, locations } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { Ctx, ReadCtx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import type { Place } from "./schedule";

export type CaseRow = typeof dunningCases.$inferSelect;
export type InvoiceRow = typeof invoices.$inferSelect;
type StepRow = typeof dunningSteps.$inferInsert;

/** A case with its invoice, both locked until the transaction ends. */
export type LockedCase = { row: CaseRow; invoice: InvoiceRow; place: Place };

/** Locks the invoices first, in the order of their ids, as all code that settles does. Then the cases as they are now. */
export async function lockCases(ctx: Ctx<unknown>, invoice_ids: readonly string[]): Promise<LockedCase[]> {
  const { db, organization_id } = ctx;
  if (invoice_ids.length === 0) return [];
  const owed = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), inArray(invoices.id, [...invoice_ids])))
    .orderBy(asc(invoices.id))
    .for("update");
  const rows = await db
    .select()
    .from(dunningCases)
    .where(
      and(
        eq(dunningCases.organization_id, organization_id),
        inArray(dunningCases.invoice_id, [...invoice_ids]),
        ne(dunningCases.status, "ended"),
      ),
    )
    .orderBy(asc(dunningCases.id))
    .for("update");
  const places = await placesOf(ctx, owed);
  return rows.flatMap((row): LockedCase[] => {
    const invoice = owed.find(({ id }) => id === row.invoice_id);
    const place = invoice && places(invoice.location_id);
    return invoice && place ? [{ row, invoice, place }] : [];
  });
}

/** One case by its id, locked with its invoice. Throws 404 for one out of reach, and 409 for one that has ended. */
export async function lockCase(ctx: Ctx<unknown>, id: string): Promise<LockedCase> {
  const [found] = await lockCases(ctx, [await invoiceOfCase(ctx, id)]);
  if (found?.row.id !== id) throw new Problem("conflict", "The invoice is settled. There is nothing left to try.");
  return found;
}

/** Throws 404 for a case out of reach. */
export async function invoiceOfCase({ db, organization_id, caller }: ReadCtx, id: string): Promise<string> {
  const [row] = await db
    .select({ invoice_id: dunningCases.invoice_id })
    .from(dunningCases)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, dunningCases.organization_id), eq(invoices.id, dunningCases.invoice_id)),
    )
    .where(
      and(
        eq(dunningCases.organization_id, organization_id),
        eq(dunningCases.id, id),
        withinReach(caller, invoices.location_id),
      ),
    );
  if (!row) throw notFound();
  return row.invoice_id;
}

/** The time zone of each invoice's location, with the rules of the organization. */
export async function placesOf(
  { db, organization_id, organization }: Pick<Ctx<unknown>, "db" | "organization_id" | "organization">,
  owed: readonly { location_id: string }[],
): Promise<(location_id: string) => Place | null> {
  const ids = [...new Set(owed.map(({ location_id }) => location_id))];
  if (ids.length === 0) return () => null;
  const rows = await db
    .select({ id: locations.id, time_zone: locations.time_zone })
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), inArray(locations.id, ids)));
  const policies = policiesOf(organization);
  const zones = new Map(rows.map(({ id, time_zone }) => [id, time_zone]));
  return (id) => {
    const time_zone = zones.get(id);
    return time_zone === undefined ? null : { time_zone, policies };
  };
}

type Change = Partial<Omit<CaseRow, "id" | "organization_id" | "invoice_id" | "version" | "created_at" | "updated_at">>;

export async function changeCase({ db, organization_id, now }: Ctx<unknown>, id: string, change: Change) {
  await db
    .update(dunningCases)
    .set({ ...change, version: sql`${dunningCases.version} + 1`, updated_at: now.toString() })
    .where(and(eq(dunningCases.organization_id, organization_id), eq(dunningCases.id, id)));
}

type Step = Pick<StepRow, "case_id" | "kind"> & Partial<Omit<StepRow, "id" | "organization_id" | "at" | "created_by">>;

/** Adds to the time line. */
export async function addStep(ctx: Ctx<unknown>, step: Step): Promise<void> {
  const { db, organization_id, now, caller } = ctx;
  await db
    .insert(dunningSteps)
    .values({ ...step, id: newId(), organization_id, at: now.toString(), created_by: userIdOf(caller) });
}

/** The cases of the same payer, those of other invoices included. */
const ofPayer = ({
  payer_member_id,
  payer_company_id,
}: Pick<InvoiceRow, "payer_member_id" | "payer_company_id">): SQL =>
  payer_member_id
    ? eq(invoices.payer_member_id, payer_member_id)
    : eq(invoices.payer_company_id, payer_company_id ?? "");

/** The ids of invoices in dunning. The condition may name the case and its invoice. */
export const inDunning = ({ db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">, condition?: SQL) =>
  db
    .select({ id: invoices.id })
    .from(dunningCases)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, dunningCases.organization_id), eq(invoices.id, dunningCases.invoice_id)),
    )
    .where(and(eq(dunningCases.organization_id, organization_id), ne(dunningCases.status, "ended"), condition))
    .$dynamic();

/** The invoices of a payer's cases, the oldest first. */
export async function invoicesInDunning(
  ctx: Pick<Ctx<unknown>, "db" | "organization_id">,
  payer: Pick<InvoiceRow, "payer_member_id" | "payer_company_id">,
  condition?: SQL,
): Promise<string[]> {
  const rows = await inDunning(ctx, and(ofPayer(payer), condition)).orderBy(asc(invoices.due_on), asc(invoices.id));
  return rows.map(({ id }) => id);
}
