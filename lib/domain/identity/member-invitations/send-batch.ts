import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { locations, memberInvitationBatches, memberInvitations, members } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { inviteMembers } from "@/lib/contracts/identity/member-invitations";
import { type AccountMail, postMails } from "@/lib/domain/identity/mail";
import { sendMailsSoon } from "@/lib/domain/identity/send-mails";
import { type Member, selectMembers } from "@/lib/domain/members";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type InvitationSkip, repeatHours } from "@/lib/values/member-invitations";
import { type Batch, isBatch } from "./batch";
import { recipientOf, refusalFor } from "./recipient";
import { writeInvitation } from "./write";

/** Members per transaction. */
const pageSize = 200;

const contract = job({
  id: "member_invitations.send_many",
  input: z.strictObject({ batch_id: z.uuid() }),
  output: z.object({ is_done: z.boolean() }),
});

/**
 * Invites the next members of a batch and stores the position in the same transaction, so that a crash neither skips nor repeats a
 * member. A batch whose import was undone is gone.
 */
export const sendInvitationBatch = operation(
  contract,
  async (ctx, { batch_id }) => {
    const [batch] = await ctx.db
      .select()
      .from(memberInvitationBatches)
      .where(isBatch(ctx.organization_id, batch_id))
      .for("update");
    if (!batch || batch.state === "done") return { is_done: true };
    const ids = await nextIds(ctx, batch);
    const outcome = await inviteAll(ctx, batch, ids);
    const is_done = ids.length < pageSize;
    await advance(ctx, batch, ids, outcome, is_done);
    if (is_done) {
      const after = { invited: batch.invited + outcome.invited, state: "done" };
      ctx.audit({ target_type: "member_invitation_batch", target_id: batch_id, after });
    }
    return { is_done };
  },
  { writes_many: true, afterCommit: sendMailsSoon },
);

async function nextIds(ctx: Ctx, batch: Batch): Promise<string[]> {
  const { db, organization_id } = ctx;
  const page = { after: batch.prepared_after, limit: pageSize };
  if (batch.filters) {
    const filters = inviteMembers.input.shape.filters.unwrap().parse(batch.filters);
    return selectMembers({ ...ctx, caller: asAuthor(ctx.caller, batch) }, filters, page);
  }
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        batch.member_ids ? inArray(members.id, batch.member_ids) : eq(members.import_id, batch.import_id ?? ""),
        page.after ? gt(members.id, page.after) : undefined,
        batch.location_ids ? inArray(members.home_location_id, batch.location_ids) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(pageSize);
  return rows.map(({ id }) => id);
}

/** A3: limited to the author's locations, because the system can read all of them. */
const asAuthor = (caller: Caller, { location_ids }: Batch): Caller => ({ ...caller, location_ids });

type Outcome = { invited: number; skipped: Partial<Record<InvitationSkip, number>> };

async function inviteAll(ctx: Ctx, batch: Batch, ids: string[]): Promise<Outcome> {
  const outcome: Outcome = { invited: 0, skipped: {} };
  if (ids.length === 0) return outcome;
  const rows = await lockMembers(ctx, ids);
  const recent = await recentlyInvited(ctx, ids);
  const mails: AccountMail[] = [];
  for (const { member, time_zone } of rows) {
    const recipient = recipientOf(ctx, member, { time_zone });
    const skip = (await refusalFor(ctx, member, recipient)) ?? (recent.has(member.id) ? "invited_recently" : null);
    if (skip || !recipient) {
      const reason = skip ?? "no_email";
      outcome.skipped[reason] = (outcome.skipped[reason] ?? 0) + 1;
      continue;
    }
    mails.push(await writeInvitation(ctx, member, recipient, batch.created_by));
    outcome.invited += 1;
  }
  await postMails(ctx.db, mails);
  return outcome;
}

async function lockMembers(
  { db, organization_id }: Ctx,
  ids: string[],
): Promise<{ member: Member; time_zone: string }[]> {
  return db
    .select({ member: members, time_zone: locations.time_zone })
    .from(members)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, organization_id), eq(locations.id, members.home_location_id)),
    )
    .where(and(eq(members.organization_id, organization_id), inArray(members.id, ids)))
    .orderBy(asc(members.id))
    .for("update", { of: members });
}

async function recentlyInvited({ db, organization_id, now }: Ctx, ids: string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ member_id: memberInvitations.member_id })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organization_id, organization_id),
        inArray(memberInvitations.member_id, ids),
        gt(memberInvitations.sent_at, now.subtract({ hours: repeatHours }).toString()),
        sql`${memberInvitations.revoked_at} is null`,
      ),
    );
  return new Set(rows.map(({ member_id }) => member_id));
}

async function advance(ctx: Ctx, batch: Batch, ids: string[], outcome: Outcome, is_done: boolean): Promise<void> {
  const skipped = { ...batch.skipped };
  for (const [reason, count] of Object.entries(outcome.skipped) as [InvitationSkip, number][]) {
    skipped[reason] = (skipped[reason] ?? 0) + count;
  }
  await ctx.db
    .update(memberInvitationBatches)
    .set({
      prepared_after: ids.at(-1) ?? batch.prepared_after,
      looked_at: batch.looked_at + ids.length,
      invited: batch.invited + outcome.invited,
      skipped,
      ...(is_done ? { state: "done", finished_at: ctx.now.toString() } : {}),
    })
    .where(isBatch(ctx.organization_id, batch.id));
}
