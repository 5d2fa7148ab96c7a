import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { invitations, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/invitations";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";

const isOpen = and(isNull(invitations.accepted_at), isNull(invitations.revoked_at));

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
  const after = cursor ? decodeCursor(cursor, 2) : null;
  const rows = await ctx.db
    .select(shown(ctx))
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invited_by))
    .where(
      and(
        eq(invitations.organization_id, ctx.organization_id),
        isOpen,
        invitationsWithinReach(ctx.caller.location_ids),
        after
          ? sql`(${invitations.created_at}, ${invitations.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(invitations.created_at), desc(invitations.id))
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.created_at, row.id]);
});

/** Throws 404 for an accepted or revoked invitation. */
export async function getInvitationRow(ctx: Ctx<unknown>, id: string) {
  const [row] = await ctx.db
    .select(shown(ctx))
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invited_by))
    .where(
      and(
        eq(invitations.organization_id, ctx.organization_id),
        eq(invitations.id, id),
        isOpen,
        invitationsWithinReach(ctx.caller.location_ids),
      ),
    );
  if (!row) throw notFound();
  return row;
}
