import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { invitations, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/invitations";
import type { Caller } from "@/lib/kernel/caller";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type Ctx, operation } from "@/lib/kernel/operation";

const isOpen = ({ organization_id }: Pick<Ctx<unknown>, "organization_id">, id?: string): SQL | undefined =>
  and(
    eq(invitations.organization_id, organization_id),
    id ? eq(invitations.id, id) : undefined,
    isNull(invitations.accepted_at),
    isNull(invitations.revoked_at),
  );

/** A3: a bound caller sees invitations to their locations only. */
export const invitationsWithinReach = (location_ids: Caller["location_ids"]): SQL | undefined =>
  location_ids === null
    ? undefined
    : sql`cardinality(${invitations.location_ids}) > 0 and ${invitations.location_ids} <@ ${sql.param([...location_ids])}::uuid[]`;

const shown = (ctx: Ctx<unknown>) => ({
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  location_ids: invitations.location_ids,
  invited_by_name: users.name,
  created_at: invitations.created_at,
  expires_at: invitations.expires_at,
  is_expired: sql<boolean>`${invitations.expires_at} <= ${ctx.now.toString()}::timestamptz`,
});

export const listInvitations = operation(contracts.listInvitations, async (ctx, { limit, cursor }) => {
  const { order, after } = newestFirst(invitations.created_at, invitations.id, cursor);
  const rows = await ctx.db
    .select(shown(ctx))
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invited_by))
    .where(and(isOpen(ctx), invitationsWithinReach(ctx.caller.location_ids), after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.created_at, row.id]);
});

/** Throws 404 for an accepted or revoked invitation. */
export async function getInvitationRow(ctx: Ctx<unknown>, id: string) {
  const [row] = await ctx.db
    .select(shown(ctx))
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invited_by))
    .where(and(isOpen(ctx, id), invitationsWithinReach(ctx.caller.location_ids)));
  if (!row) throw notFound();
  return row;
}

type Change = Partial<Pick<typeof invitations.$inferInsert, "revoked_at" | "token_hash" | "expires_at">>;

/** Throws 404 where the invitation was accepted or revoked meanwhile. */
export async function changeOpenInvitation(ctx: Ctx<unknown>, id: string, change: Change): Promise<void> {
  const changed = await ctx.db.update(invitations).set(change).where(isOpen(ctx, id)).returning({ id: invitations.id });
  if (changed.length === 0) throw notFound();
}
