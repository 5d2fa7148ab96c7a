import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "@/db/id";
import { memberInvitationBatches, members } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/member-invitations";
import { type Caller, mayAccessLocation, userIdOf } from "@/lib/kernel/caller";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { InvitationSkip } from "@/lib/values/member-invitations";
import { memberInvitationsRequested } from "./events";

export type Batch = typeof memberInvitationBatches.$inferSelect;

export const isBatch = (organization_id: string, id: string) =>
  and(eq(memberInvitationBatches.organization_id, organization_id), eq(memberInvitationBatches.id, id));

export const inviteMembers = operation(contracts.inviteMembers, async (ctx, { member_ids, filters }) => {
  if ((member_ids === undefined) === (filters === undefined)) {
    throw invalid("member_ids", "Choose the members: either by id or by filters of the member list");
  }
  if (member_ids) await refuseUnknown(ctx, member_ids);
  const batch = await startBatch(ctx, { member_ids: member_ids ?? null, filters: filters ?? null });
  ctx.audit({ target_type: "member_invitation_batch", target_id: batch.id, after: { member_ids, filters } });
  return shown(batch);
});

/** Throws 404 for a member of another organization or outside the caller's reach (A3). */
async function refuseUnknown({ db, organization_id, caller }: Ctx, ids: readonly string[]): Promise<void> {
  const found = await db
    .select({ home_location_id: members.home_location_id })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), inArray(members.id, [...ids])));
  const reachable = found.filter(({ home_location_id }) => mayAccessLocation(caller, home_location_id));
  if (reachable.length < new Set(ids).size) throw notFound();
}

type Audience = Partial<Pick<Batch, "member_ids" | "filters" | "import_id">>;

type Author = { location_ids: readonly string[] | null; user_id: string | null };

/** Writes the batch; a job sends its invitations part by part. */
export async function startBatch(
  ctx: Ctx<unknown>,
  audience: Audience,
  { location_ids, user_id }: Author = { location_ids: ctx.caller.location_ids, user_id: userIdOf(ctx.caller) },
): Promise<Batch> {
  const [batch] = await ctx.db
    .insert(memberInvitationBatches)
    .values({
      ...audience,
      id: newId(),
      organization_id: ctx.organization_id,
      location_ids: location_ids && [...location_ids],
      created_by: user_id,
      created_at: ctx.now.toString(),
    })
    .returning();
  if (!batch) throw new Error("The insert must return the batch");
  ctx.emit(memberInvitationsRequested, { batch_id: batch.id });
  return batch;
}

export const getInvitationBatch = operation(contracts.getInvitationBatch, async (ctx, { id }) => {
  const [batch] = await ctx.db.select().from(memberInvitationBatches).where(isBatch(ctx.organization_id, id));
  if (!batch || !isWithinReach(ctx.caller, batch)) throw notFound();
  return shown(batch);
});

/** A12: a bound caller sees batches to their locations only. */
const isWithinReach = ({ location_ids }: Caller, batch: Batch): boolean =>
  location_ids === null || (batch.location_ids?.every((id) => location_ids.includes(id)) ?? false);

function shown(batch: Batch): z.input<typeof contracts.invitationBatch> {
  const { id, state, looked_at, invited, created_at, finished_at } = batch;
  const skipped = (Object.entries(batch.skipped) as [InvitationSkip, number][]).map(([reason, count]) => ({
    reason,
    count,
  }));
  return { id, state, looked_at, invited, skipped, created_at, finished_at };
}
