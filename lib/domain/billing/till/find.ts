import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { locations, payments, tillMovements, tillSessions } from "@/db/schema";
import { payerName } from "@/lib/domain/billing/payments/payer";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** Till sessions with every column of the response, within the caller's reach (A3). */
export function selectSessions({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) {
  return db
    .select({
      id: tillSessions.id,
      location_id: tillSessions.location_id,
      location_name: locations.name,
      currency: tillSessions.currency,
      float_minor: tillSessions.float_minor,
      float_change_minor: tillSessions.float_change_minor,
      float_source: tillSessions.float_source,
      opened_at: tillSessions.opened_at,
      opened_by: tillSessions.opened_by,
      closed_at: tillSessions.closed_at,
      closed_by: tillSessions.closed_by,
      report_number: tillSessions.report_number,
      expected_minor: tillSessions.expected_minor,
      counted: tillSessions.counted,
      counted_minor: tillSessions.counted_minor,
      difference_minor: sql<number | null>`${tillSessions.counted_minor} - ${tillSessions.expected_minor}`.mapWith(
        (value) => (value === null ? null : Number(value)),
      ),
      difference_reason: tillSessions.difference_reason,
      left_minor: tillSessions.left_minor,
    })
    .from(tillSessions)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, tillSessions.organization_id), eq(locations.id, tillSessions.location_id)),
    )
    .where(
      and(eq(tillSessions.organization_id, organization_id), withinReach(caller, tillSessions.location_id), condition),
    )
    .$dynamic();
}

export async function getSessionRow(ctx: ReadCtx, id: string) {
  const [row] = await selectSessions(ctx, eq(tillSessions.id, id));
  if (!row) throw notFound();
  return row;
}

/** The session, locked until the transaction ends. Throws 404 for one out of reach. */
export async function lockSession({ db, caller, organization_id }: ReadCtx, id: string) {
  const [row] = await db
    .select()
    .from(tillSessions)
    .where(
      and(
        eq(tillSessions.organization_id, organization_id),
        eq(tillSessions.id, id),
        withinReach(caller, tillSessions.location_id),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  if (row.closed_at) throw new Problem("till_closed", "This till is already closed. Open it again to move cash.");
  return row;
}

/** The newest movements of a session. */
export function movementsOf({ db, organization_id }: ReadCtx, session_id: string, condition?: SQL) {
  return db
    .select({
      id: tillMovements.id,
      kind: tillMovements.kind,
      amount_minor: tillMovements.amount_minor,
      reason: tillMovements.reason,
      payment_id: tillMovements.payment_id,
      payer_name: sql<string | null>`(select ${payerName("payments")} from ${payments}
        where payments.organization_id = till_movements.organization_id and payments.id = till_movements.payment_id)`,
      change_minor: sql<number | null>`(select p.handed_over_minor - p.amount_minor from ${payments} p
        where p.organization_id = till_movements.organization_id and p.id = till_movements.payment_id
          and till_movements.kind = 'payment')`.mapWith((value) => (value === null ? null : Number(value))),
      created_at: tillMovements.created_at,
    })
    .from(tillMovements)
    .where(
      and(eq(tillMovements.organization_id, organization_id), eq(tillMovements.till_session_id, session_id), condition),
    )
    .orderBy(desc(tillMovements.created_at), desc(tillMovements.id))
    .limit(200);
}
