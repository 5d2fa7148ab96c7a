import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { files } from "@/db/schema";
import { userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import type { Ctx } from "@/lib/kernel/operation";
import { readAll, type Upload } from "@/lib/kernel/upload";
import { drawImage, type ImageStyle } from "./draw";
import { imageStorage } from "./storage";

/** Storage keys of replaced images. Their files are removed after the commit: a leftover file is waste, a missing one is a loss. */
export type ReplacedImages = { replaced: string[] };

/** An image whose file is stored and whose row is not yet written. */
export type NewImage = ReplacedImages & { id: string; kind: ImageStyle["kind"]; storage_key: string; bytes: Buffer };

/** For `prepare`: draws and stores the file before the transaction begins. */
export async function storeImage(
  organization_id: string,
  style: ImageStyle,
  upload: Upload | undefined,
): Promise<NewImage> {
  if (!upload) throw new Problem("malformed_body", "Send the picture as the request's body.");
  const bytes = await drawImage(await readAll(upload.stream), style);
  const id = newId();
  const storage_key = `${organization_id}/${style.kind}/${id}.webp`;
  await imageStorage().put(storage_key, bytes);
  return { id, kind: style.kind, storage_key, bytes, replaced: [] };
}

/** Writes the row of the stored file. Comes before the row that refers to it. */
export async function insertImage({ db, caller, organization_id, now, prepared }: Ctx<NewImage>): Promise<string> {
  const { id, kind, storage_key, bytes } = prepared;
  await db.insert(files).values({
    id,
    organization_id,
    kind,
    storage_key,
    content_type: "image/webp",
    size_bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    created_by: userIdOf(caller),
    created_at: now.toString(),
  });
  return id;
}

/** Deletes the row. Comes after the change of the row that referred to it. */
export async function deleteImage(ctx: Ctx<ReplacedImages>, id: string | null): Promise<void> {
  if (id === null) return;
  const [gone] = await ctx.db
    .delete(files)
    .where(and(eq(files.organization_id, ctx.organization_id), eq(files.id, id)))
    .returning({ storage_key: files.storage_key });
  if (gone) ctx.prepared.replaced.push(gone.storage_key);
}

/** For `afterCommit`. */
export function removeReplaced(_caller: unknown, _output: unknown, { replaced }: ReplacedImages): void {
  for (const key of replaced) {
    imageStorage()
      .remove(key)
      .catch((err: unknown) => log().warn({ err, key }, "the file of a replaced image was not removed"));
  }
}

/** The options of an operation that only removes an image. */
export const removesImage = {
  prepare: async (): Promise<ReplacedImages> => ({ replaced: [] }),
  afterCommit: removeReplaced,
};
