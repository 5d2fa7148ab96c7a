import { and, eq, type SQLWrapper } from "drizzle-orm";
import { files } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { notFound } from "@/lib/kernel/errors";
import { imageStorage } from "./storage";

type ImageRow = { id: string; storage_key: string; content_type: string };
export type StoredImage = { id: string; content_type: string; bytes: Buffer };

/** `id` may be a subquery. */
export async function findImage(
  db: Database,
  organization_id: string,
  id: string | SQLWrapper,
): Promise<ImageRow | undefined> {
  const [row] = await db
    .select({ id: files.id, storage_key: files.storage_key, content_type: files.content_type })
    .from(files)
    .where(and(eq(files.organization_id, organization_id), eq(files.id, id)));
  return row;
}

export async function readImage(row: ImageRow | undefined): Promise<StoredImage> {
  const bytes = row && (await imageStorage().get(row.storage_key));
  if (!row || !bytes) throw notFound();
  return { id: row.id, content_type: row.content_type, bytes };
}

/** The image as an answer. Only an address with the image's own id may be cached: a new image has a new address. */
export const imageAnswer = (
  { id, content_type, bytes }: StoredImage,
  { v, visibility }: { v: string | undefined; visibility: "public" | "private" },
) => ({
  toResponse: (headers: Record<string, string>) =>
    new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        "content-type": content_type,
        "cache-control": `${visibility}, ${v === id ? "max-age=604800, immutable" : "no-cache"}`,
        etag: `"${id}"`,
      },
    }),
});
