import { sql } from "drizzle-orm";
import { bindTenant, type Database, type Tenant } from "@/db/tenancy";
import { type RecordedAction, recordAudit } from "@/lib/kernel/audit";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";

/** Binds the current transaction to another tenant or user. */
export async function bindTransaction(db: Database, tenant: Tenant): Promise<void> {
  await db.execute(sql.raw(bindTenant(tenant)));
}

/** Writes an entry to the organization's own audit log. Leaves the transaction bound to that organization. */
export async function auditInside(
  { db, caller }: Pick<Ctx<unknown>, "db" | "caller">,
  organization: OrganizationCard,
  user: { id: string; name: string; email: string },
  entry: RecordedAction,
): Promise<void> {
  await bindTransaction(db, { organization_id: organization.id, user_id: user.id });
  await recordAudit(db, { ...caller, actor: { type: "user", ...user }, organization }, entry);
}
