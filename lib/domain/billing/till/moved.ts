import { and, eq, sql } from "drizzle-orm";
import { tillMovements } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

const sumWhere = (kind: "paid_in" | "paid_out" | "to_safe") =>
  sql`coalesce(sum(abs(${tillMovements.amount_minor})) filter (where ${tillMovements.kind} = ${kind}), 0)`.mapWith(
    Number,
  );

/** What was paid in and out without a payment. */
export async function movedOf({ db, organization_id }: TenantCtx, session_id: string) {
  const [sums] = await db
    .select({
      paid_in_minor: sumWhere("paid_in"),
      paid_out_minor: sumWhere("paid_out"),
      to_safe_minor: sumWhere("to_safe"),
    })
    .from(tillMovements)
    .where(and(eq(tillMovements.organization_id, organization_id), eq(tillMovements.till_session_id, session_id)));
  return sums ?? { paid_in_minor: 0, paid_out_minor: 0, to_safe_minor: 0 };
}
