import { sql } from "drizzle-orm";
import { bindTenant } from "@/db/tenancy";
import { recordAudit } from "@/lib/kernel/audit";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";

type Trace = { action: string; grant_id: string; reason: string; until: string };

/**
 * The platform's door into a tenant: `work` sees that organization, and the organization's own log says so (A11). The
 * entry that the operation itself writes belongs to wherever the caller stands.
 */
export async function insideOrganization(
  ctx: Ctx<unknown>,
  organization: OrganizationCard,
  trace: Trace,
  work: () => Promise<unknown>,
): Promise<void> {
  const user_id = ctx.caller.actor.type === "user" ? ctx.caller.actor.id : null;
  const here = ctx.caller.organization?.id ?? null;
  const bind = (organization_id: string | null) => ctx.db.execute(sql.raw(bindTenant({ organization_id, user_id })));
  await bind(organization.id);
  await work();
  if (here === organization.id) return;
  await recordAudit(
    ctx.db,
    { ...ctx.caller, organization },
    {
      action: trace.action,
      target_type: "support_grant",
      target_id: trace.grant_id,
      after: { until: trace.until },
      reason: trace.reason,
    },
  );
  await bind(here);
}
