import { and, eq, isNull } from "drizzle-orm";
import { organizations, supportGrants } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/support-grants";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { insideOrganization } from "./enter";
import { getGrantRow } from "./grants";

export const endSupportGrant = operation(contracts.endSupportGrant, async (ctx, { id }) => {
  const before = await getGrantRow(ctx, id);
  if (!before.is_running) throw notFound();
  const ended_at = ctx.now.toString();
  const [card] = await ctx.db.select().from(organizations).where(eq(organizations.id, before.organization_id));
  if (!card) throw notFound();
  const entry = { action: "support_grants.end", grant_id: id, reason: before.reason, until: ended_at };
  await insideOrganization(ctx, card, entry, () =>
    ctx.db
      .update(supportGrants)
      .set({ ended_at })
      .where(
        and(
          eq(supportGrants.organization_id, before.organization_id),
          eq(supportGrants.id, id),
          isNull(supportGrants.ended_at),
        ),
      ),
  );
  ctx.audit({ target_type: "support_grant", target_id: id, after: { until: ended_at }, reason: before.reason });
  return { ...before, ended_at, is_running: false };
});
