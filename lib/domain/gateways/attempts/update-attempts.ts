import { and, eq, sql } from "drizzle-orm";
import { paymentAttempts } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Change } from "./change-of";

/** Writes the changes of attempts that are locked, in one statement. */
export async function updateAttempts(
  { db, organization_id }: TenantCtx,
  changes: readonly Change[],
  paymentOf: (attempt_id: string) => string | null,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ attempt, columns }) => {
    const { status, vendor_ref, charge_ref, method_kind, method_label, decline_code } = { ...attempt, ...columns };
    const { vendor_code, failure, check_at, checks, ended_at } = { ...attempt, ...columns };
    const payment_id = paymentOf(attempt.id) ?? attempt.payment_id;
    return {
      ...{ id: attempt.id, status, vendor_ref, charge_ref, method_kind, method_label, decline_code },
      ...{ vendor_code, failure, check_at, checks, ended_at, payment_id },
    };
  });
  const changed = sql`json_to_recordset(${JSON.stringify(rows)}::json) as c (id uuid, status text, vendor_ref text, charge_ref text,
    method_kind text, method_label text, decline_code text, vendor_code text, failure text, check_at timestamptz, checks int,
    ended_at timestamptz, payment_id uuid)`;
  const column = (name: string) => sql`c.${sql.identifier(name)}`;
  await db
    .update(paymentAttempts)
    .set({
      ...{ status: column("status"), vendor_ref: column("vendor_ref"), charge_ref: column("charge_ref") },
      ...{ method_kind: column("method_kind"), method_label: column("method_label") },
      ...{ decline_code: column("decline_code"), vendor_code: column("vendor_code"), failure: column("failure") },
      ...{ check_at: column("check_at"), checks: column("checks"), ended_at: column("ended_at") },
      payment_id: column("payment_id"),
    })
    .from(changed)
    .where(and(eq(paymentAttempts.organization_id, organization_id), eq(paymentAttempts.id, sql`c.id`)));
}
