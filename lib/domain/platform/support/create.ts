import { and, eq, gt, isNull, or } from "drizzle-orm";
import { newId } from "@/db/id";
import { organizations, supportGrants } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/support-grants";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { insideOrganization } from "./enter";

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const createSupportGrant = operation(
  contracts.createSupportGrant,
  async (ctx, { organization, reason, hours }) => {
    const { actor } = ctx.caller;
    if (actor.type !== "user") throw notFound();
    const card = await findOrganization(ctx, organization);
    const id = newId();
    const granted_at = ctx.now.toString();
    const expires_at = ctx.now.add({ hours }).toString();
    const entry = { action: "support_grants.create", grant_id: id, reason, until: expires_at };
    await insideOrganization(ctx, card, entry, async () => {
      await rejectSecondGrant(ctx, card.id, actor.id);
      await ctx.db
        .insert(supportGrants)
        .values({ id, organization_id: card.id, user_id: actor.id, reason, granted_at, expires_at });
    });
    ctx.audit({
      target_type: "support_grant",
      target_id: id,
      after: { organization_id: card.id, until: expires_at },
      reason,
    });
    return {
      id,
      organization_id: card.id,
      organization_name: card.name,
      user_id: actor.id,
      user_name: actor.name,
      reason,
      granted_at,
      expires_at,
      ended_at: null,
      is_running: true,
    };
  },
);

async function rejectSecondGrant(ctx: Ctx, organization_id: string, user_id: string): Promise<void> {
  const [running] = await ctx.db
    .select({ expires_at: supportGrants.expires_at })
    .from(supportGrants)
    .where(
      and(
        eq(supportGrants.organization_id, organization_id),
        eq(supportGrants.user_id, user_id),
        isNull(supportGrants.ended_at),
        gt(supportGrants.expires_at, ctx.now.toString()),
      ),
    );
  if (running) {
    throw new Problem("already_exists", `You already have access until ${running.expires_at}. End that access first.`);
  }
}

async function findOrganization(ctx: Ctx, name: string) {
  const [row] = await ctx.db
    .select()
    .from(organizations)
    .where(or(eq(organizations.slug, name), uuidShape.test(name) ? eq(organizations.id, name) : undefined));
  if (!row) throw notFound();
  return row;
}
