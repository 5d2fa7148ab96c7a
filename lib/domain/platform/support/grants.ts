import { and, eq, sql } from "drizzle-orm";
import { organizations, supportGrants, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/support-grants";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type Ctx, operation } from "@/lib/kernel/operation";

const grantColumns = (ctx: Ctx<unknown>) => ({
  id: supportGrants.id,
  organization_id: supportGrants.organization_id,
  organization_name: organizations.name,
  user_id: supportGrants.user_id,
  user_name: users.name,
  reason: supportGrants.reason,
  granted_at: supportGrants.granted_at,
  expires_at: supportGrants.expires_at,
  ended_at: supportGrants.ended_at,
  is_running: sql<boolean>`${supportGrants.ended_at} is null and ${supportGrants.expires_at} > ${ctx.now.toString()}::timestamptz`,
});

/** The organization's grants, or the super admin's own ones outside any organization. */
const visible = ({ caller }: Ctx<unknown>) => {
  if (caller.organization) return eq(supportGrants.organization_id, caller.organization.id);
  if (caller.actor.type !== "user") throw notFound();
  return eq(supportGrants.user_id, caller.actor.id);
};

const select = (ctx: Ctx<unknown>) =>
  ctx.db
    .select(grantColumns(ctx))
    .from(supportGrants)
    .innerJoin(organizations, eq(organizations.id, supportGrants.organization_id))
    .innerJoin(users, eq(users.id, supportGrants.user_id));

export const listSupportGrants = operation(contracts.listSupportGrants, async (ctx, { limit, cursor }) => {
  const { order, after } = newestFirst(supportGrants.granted_at, supportGrants.id, cursor);
  const rows = await select(ctx)
    .where(and(visible(ctx), after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.granted_at, row.id]);
});

export async function getGrantRow(ctx: Ctx<unknown>, id: string) {
  const [row] = await select(ctx).where(and(visible(ctx), eq(supportGrants.id, id)));
  if (!row) throw notFound();
  return row;
}
