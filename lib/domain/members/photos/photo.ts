import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { files, members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/members/member-photos";
import { changeMember, unchanged } from "@/lib/domain/members/change";
import { fileStorage } from "@/lib/domain/members/file-storage";
import { getMemberRow, isMember, lockMemberRow, refuseArchived } from "@/lib/domain/members/find";
import { reachesLocation } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { readAll } from "@/lib/kernel/upload";
import { drawPortrait } from "./picture";

type Stored = { file_id: string; storage_key: string; bytes: Buffer };
/** Keys of files that go once the change is stored: one that stays behind is waste, one that is missed is a loss. */
type Outdated = { outdated: string[] };

/** The picture is drawn and stored before the transaction, and only for a member whom the caller may see. */
export const putPhoto = operation<typeof contracts.putPhoto, Stored & Outdated>(
  contracts.putPhoto,
  async (ctx, { id }) => {
    const { file_id, storage_key, bytes, outdated } = ctx.prepared;
    const before = await lockMemberRow(ctx, id);
    refuseArchived(before);
    await ctx.db.insert(files).values({
      id: file_id,
      organization_id: ctx.organization_id,
      kind: "photo",
      storage_key,
      content_type: "image/webp",
      size_bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      created_by: ctx.caller.actor.type === "user" ? ctx.caller.actor.id : null,
      created_at: ctx.now.toString(),
    });
    const answer = await changeMember(ctx, before, { photo_file_id: file_id }, "photo_changed");
    await forget(ctx, before.photo_file_id, outdated);
    return answer;
  },
  {
    async prepare(caller, { id }, upload) {
      const organization_id = caller.organization?.id;
      if (!organization_id) throw notFound();
      await inTenant({ organization_id, user_id: null }, (db) => getMemberRow({ db, caller, organization_id }, id));
      if (!upload) throw new Problem("malformed_body", "Send the picture as the request's body.");
      const bytes = await drawPortrait(await readAll(upload.stream));
      const file_id = newId();
      const storage_key = `${organization_id}/photo/${file_id}.webp`;
      await fileStorage().put(storage_key, bytes);
      return { file_id, storage_key, bytes, outdated: [] };
    },
    afterCommit: (_, __, { outdated }) => removeFiles(outdated),
  },
);

export const deletePhoto = operation<typeof contracts.deletePhoto, Outdated>(
  contracts.deletePhoto,
  async (ctx, { id }) => {
    const before = await lockMemberRow(ctx, id);
    if (before.photo_file_id === null) return unchanged(ctx, before);
    const answer = await changeMember(ctx, before, { photo_file_id: null }, "photo_changed");
    await forget(ctx, before.photo_file_id, ctx.prepared.outdated);
    return answer;
  },
  {
    prepare: async () => ({ outdated: [] }),
    afterCommit: (_, __, { outdated }) => removeFiles(outdated),
  },
);

/**
 * R11: read through the member, so that whoever may not see the member does not see the face. Members see their own, and
 * a desk sees whoever has stood before it, wherever they are at home.
 */
export const getPhoto = operation(contracts.getPhoto, async (ctx, { id, v }) => {
  const { permissions, member_id } = ctx.caller;
  if (!permissions.has("members.read") && member_id !== id) throw notFound();
  const photo_file_id = await getPhotoId(ctx, id);
  if (photo_file_id === null) throw notFound();
  const [file] = await ctx.db.select().from(files).where(isFile(ctx, photo_file_id));
  const bytes = file && (await fileStorage().get(file.storage_key));
  if (!file || !bytes) throw notFound();
  const keep = v === photo_file_id ? "private, max-age=604800, immutable" : "private, no-cache";
  return {
    toResponse: (headers: Record<string, string>) =>
      new Response(new Uint8Array(bytes), {
        headers: { ...headers, "content-type": file.content_type, "cache-control": keep, etag: `"${photo_file_id}"` },
      }),
  };
});

async function getPhotoId(ctx: Ctx<unknown>, member_id: string): Promise<string | null> {
  const { db, caller, organization_id } = ctx;
  const [row] = await db.select().from(members).where(isMember(organization_id, member_id));
  if (!row) throw notFound();
  if (!reachesLocation(caller, row.home_location_id) && !(await hasScannedWithin(ctx, member_id))) throw notFound();
  return row.photo_file_id;
}

async function hasScannedWithin({ db, caller, organization_id }: Ctx<unknown>, member_id: string): Promise<boolean> {
  const here = sql`location_id = any(${sql.param(caller.location_ids)}::uuid[])`;
  const theirs = sql`organization_id = ${organization_id} and member_id = ${member_id} and ${here}`;
  const { rows } = await db.execute(sql`
    select 1 from check_ins where ${theirs} union all select 1 from denied_entries where ${theirs} limit 1`);
  return rows.length > 0;
}

async function forget(ctx: Ctx<unknown>, file_id: string | null, outdated: string[]): Promise<void> {
  if (file_id === null) return;
  const [gone] = await ctx.db.delete(files).where(isFile(ctx, file_id)).returning({ storage_key: files.storage_key });
  if (gone) outdated.push(gone.storage_key);
}

const isFile = ({ organization_id }: Pick<Ctx, "organization_id">, file_id: string) =>
  and(eq(files.organization_id, organization_id), eq(files.id, file_id));

function removeFiles(keys: string[]): void {
  for (const key of keys) {
    fileStorage()
      .remove(key)
      .catch((err: unknown) => log().warn({ err, key }, "an outdated photo was not removed"));
  }
}
