import { and, eq, isNull, sql } from "drizzle-orm";
import { staff, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/invitations";
import { inviteToTeam, sendMailsSoon } from "@/lib/domain/identity";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getInvitationRow } from "./invitations";
import { checkLocations, refuseAboveOwn } from "./rules";

export const createInvitation = operation(
  contracts.createInvitation,
  async (ctx, { email, role, location_ids }) => {
    refuseAboveOwn(ctx.caller, role);
    await checkLocations(ctx, location_ids);
    await refuseColleague(ctx, email);
    const { id } = await inviteToTeam(ctx, ctx.organization, { email, role, location_ids }).catch(
      rejectDuplicateInvitation,
    );
    ctx.audit({ target_type: "invitation", target_id: id, after: { email, role, location_ids } });
    return getInvitationRow(ctx, id);
  },
  { afterCommit: sendMailsSoon },
);

async function refuseColleague(ctx: Ctx, email: string): Promise<void> {
  const [colleague] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(users, eq(users.id, staff.user_id))
    .where(
      and(eq(staff.organization_id, ctx.organization_id), isNull(staff.ended_at), eq(users.email, sql`${email}::text`)),
    );
  if (colleague) throw new Problem("already_exists", "This person is already in the team. Change their role instead.");
}

function rejectDuplicateInvitation(error: unknown): never {
  if (isDuplicate(error, "invitations_open_unique")) {
    throw new Problem("already_exists", "This address has an open invitation. Send that one again or revoke it first.");
  }
  throw error;
}
