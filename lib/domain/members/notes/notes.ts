import { and, desc, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { memberNotes } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/member-notes";
import { getMemberRow, lockMemberRow } from "@/lib/domain/members/find";
import { changes } from "@/lib/kernel/audit";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { mostNotes } from "@/lib/values/member-note";

type Row = typeof memberNotes.$inferSelect;

export const listNotes = operation(contracts.listNotes, async (ctx, { id }) => {
  await getMemberRow(ctx, id);
  const rows = await ctx.db
    .select()
    .from(memberNotes)
    .where(ofMember(ctx, id))
    .orderBy(desc(memberNotes.is_pinned), desc(memberNotes.created_at), desc(memberNotes.id))
    .limit(mostNotes);
  return { data: rows.map((row) => toResponse(row, ctx.caller)) };
});

export const createNote = operation(contracts.createNote, async (ctx, { id, text, is_pinned }) => {
  const { organization_id, caller, now } = ctx;
  // The lock also keeps two requests from exceeding the number together.
  await lockMemberRow(ctx, id);
  if ((await ctx.db.$count(memberNotes, ofMember(ctx, id))) >= mostNotes)
    throw new Problem("conflict", `This member has ${mostNotes} notes. Delete old ones first.`);
  const { actor } = caller;
  if (actor.type !== "user") throw new Problem("forbidden", "Only a person writes notes.");
  const at = now.toString({ fractionalSecondDigits: 3 });
  const [row] = await ctx.db
    .insert(memberNotes)
    .values({
      id: newId(),
      organization_id,
      member_id: id,
      text,
      is_pinned,
      author_id: actor.id,
      author_name: actor.name,
      created_at: at,
      updated_at: at,
    })
    .returning();
  if (!row) throw new Error("The insert of the note returned no row");
  ctx.audit({ target_type: "member", target_id: id, after: { note_id: row.id, text, is_pinned } });
  return toResponse(row, caller);
});

export const updateNote = operation(contracts.updateNote, async (ctx, { id, note_id, ...change }) => {
  const before = await lockOwnNote(ctx, id, note_id);
  ctx.expectVersion(before.version);
  const has_new_text = change.text !== undefined && change.text !== before.text;
  const [after] = await ctx.db
    .update(memberNotes)
    .set({
      ...change,
      ...(has_new_text && { edited_at: ctx.now.toString() }),
      version: before.version + 1,
      updated_at: ctx.now.toString(),
    })
    .where(isNote(ctx, id, note_id))
    .returning();
  if (!after) throw notFound();
  ctx.audit({ target_type: "member", target_id: id, ...changes(before, after) });
  return toResponse(after, ctx.caller);
});

export const deleteNote = operation(contracts.deleteNote, async (ctx, { id, note_id }) => {
  const { text, author_name } = await lockOwnNote(ctx, id, note_id);
  await ctx.db.delete(memberNotes).where(isNote(ctx, id, note_id));
  ctx.audit({ target_type: "member", target_id: id, before: { note_id, text, author_name } });
  return null;
});

const mayChange = (row: Row, caller: Caller): boolean =>
  row.author_id === userIdOf(caller) || caller.permissions.has("members.notes.moderate");

async function lockOwnNote(ctx: Ctx, member_id: string, note_id: string): Promise<Row> {
  await getMemberRow(ctx, member_id);
  const [row] = await ctx.db
    .select()
    .from(memberNotes)
    .where(isNote(ctx, member_id, note_id))
    .for("update");
  if (!row) throw notFound();
  if (!mayChange(row, ctx.caller)) {
    throw new Problem("forbidden", "Another person wrote this note. Ask them, or an owner or administrator.");
  }
  return row;
}

const toResponse = (row: Row, caller: Caller) => ({ ...row, may_change: mayChange(row, caller) });

const ofMember = ({ organization_id }: TenantCtx, member_id: string) =>
  and(eq(memberNotes.organization_id, organization_id), eq(memberNotes.member_id, member_id));

const isNote = (ctx: TenantCtx, member_id: string, note_id: string) =>
  and(ofMember(ctx, member_id), eq(memberNotes.id, note_id));
