import { sql } from "drizzle-orm";
import { bindTenant, type Database, type Tenant } from "@/db/tenancy";
import type { Contract } from "@/lib/contracts/contract";
import { type RecordedAction, recordAudit } from "@/lib/kernel/audit";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import type { Ctx, Operation } from "@/lib/kernel/operation";

/**
 * People belong to no tenant: whichever gym the caller's session is in, the verb runs outside of it and its audit entry goes
 * to identity_events.
 */
export function outsideTenants<C extends Contract>(inner: Operation<C>): Operation<C> {
  const outside = (caller: Caller): Caller => ({ ...caller, organization: null });
  return Object.assign(((caller, input) => inner(outside(caller), input)) as Operation<C>, {
    contract: inner.contract,
    execute: ((caller, input, terms) => inner.execute(outside(caller), input, terms)) as Operation<C>["execute"],
  });
}

/** Goes on as another tenant or person within the same transaction: the door between a person and their gyms. */
export async function bind(db: Database, tenant: Tenant): Promise<void> {
  await db.execute(sql.raw(bindTenant(tenant)));
}

/** For what concerns a gym beside the person: the gym's own audit log shows it too. Leaves the gym bound. */
export async function auditInside(
  { db, caller }: Pick<Ctx<unknown>, "db" | "caller">,
  organization: OrganizationCard,
  user: { id: string; name: string; email: string },
  entry: RecordedAction,
): Promise<void> {
  await bind(db, { organization_id: organization.id, user_id: user.id });
  await recordAudit(db, { ...caller, actor: { type: "user", ...user }, organization }, entry);
}
