import { sql } from "drizzle-orm";
import { bindTenant } from "@/db/tenancy";
import { recordAudit } from "@/lib/kernel/audit";
import { type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";

type SupportEntry = { action: string; grant_id: string; reason: string; until: string };

/**
 * Runs `work` inside an organization and records it in that organization's audit log (A11). The operation's own audit entry goes
 * to the caller's organization.
 */
export async function insideOrganization(
  ctx: Ctx<unknown>,
  organization: OrganizationCard,
  entry: SupportEntry,
  work: () => Promise<unknown>,
): Promise<void> {
  const user_id = userIdOf(ctx.caller);
  const own_id = ctx.caller.organization?.id ?? null;
  const bind = (organization_id: string | null) => ctx.db.execute(sql.raw(bindTenant({ organization_id, user_id })));
  await bind(organization.id);
  await work();
  if (own_id === organization.id) return;
  await recordAudit(
    ctx.db,
    { ...ctx.caller, organization },
    {
      action: entry.action,
      target_type: "support_grant",
      target_id: entry.grant_id,
      after: { until: entry.until },
      reason: entry.reason,
    },
  );
  await bind(own_id);
}
