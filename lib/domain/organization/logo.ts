import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { files, organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/organization/organizations";
import { fileStorage } from "@/lib/domain/members";
import { notFound, Problem } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { readAll } from "@/lib/kernel/upload";
import { getOrganizationRow, withPolicies } from "./find";
import { drawLogo } from "./picture";

/** Keys of files that go once the change is stored. */
type Outdated = { outdated: string[] };
type Stored = Outdated & { file_id: string; storage_key: string; bytes: Buffer };

export const putLogo = operation<typeof contracts.putLogo, Stored>(
  contracts.putLogo,
  async (ctx, { id }) => {
    const { file_id, storage_key, bytes } = ctx.prepared;
    const before = await getOrganizationRow(ctx, id);
    await ctx.db.insert(files).values({
      id: file_id,
      organization_id: ctx.organization_id,
      kind: "logo",
      storage_key,
      content_type: "image/webp",
      size_bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      created_by: ctx.caller.actor.type === "user" ? ctx.caller.actor.id : null,
      created_at: ctx.now.toString(),
    });
    return changeLogo(ctx, before.logo_file_id, file_id);
  },
  {
    async prepare(caller, { id }, upload) {
      if (caller.organization?.id !== id) throw notFound();
      if (!upload) throw new Problem("malformed_body", "Send the picture as the request's body.");
      const bytes = await drawLogo(await readAll(upload.stream));
      const file_id = newId();
      const storage_key = `${id}/logo/${file_id}.webp`;
      await fileStorage().put(storage_key, bytes);
      return { file_id, storage_key, bytes, outdated: [] };
    },
    afterCommit: (_, __, { outdated }) => removeFiles(outdated),
  },
);

export const deleteLogo = operation<typeof contracts.deleteLogo, Outdated>(
  contracts.deleteLogo,
  async (ctx, { id }) => changeLogo(ctx, (await getOrganizationRow(ctx, id)).logo_file_id, null),
  {
    prepare: async () => ({ outdated: [] }),
    afterCommit: (_, __, { outdated }) => removeFiles(outdated),
  },
);

async function changeLogo(ctx: Ctx<Outdated>, before: string | null, after: string | null) {
  const [row] = await ctx.db
    .update(organizations)
    .set({ logo_file_id: after, version: sql`${organizations.version} + 1`, updated_at: ctx.now.toString() })
    .where(eq(organizations.id, ctx.organization_id))
    .returning();
  if (!row) throw notFound();
  if (before) {
    const [gone] = await ctx.db
      .delete(files)
      .where(and(eq(files.organization_id, ctx.organization_id), eq(files.id, before)))
      .returning({ storage_key: files.storage_key });
    if (gone) ctx.prepared.outdated.push(gone.storage_key);
  }
  ctx.audit({
    target_type: "organization",
    target_id: ctx.organization_id,
    before: { logo_file_id: before },
    after: { logo_file_id: after },
  });
  return withPolicies(row);
}

type Shown = { bytes: Buffer; content_type: string; file_id: string };

/** On a gym's public pages before anyone signs in, so it is read in the gym's own name. */
export const getLogo = operation<typeof contracts.getLogo, Shown>(
  contracts.getLogo,
  async ({ prepared: { bytes, content_type, file_id } }, { v }) => ({
    toResponse: (headers: Record<string, string>) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          ...headers,
          "content-type": content_type,
          "cache-control": v === file_id ? "public, max-age=604800, immutable" : "public, no-cache",
          etag: `"${file_id}"`,
        },
      }),
  }),
  {
    async prepare(_, { id }) {
      const [file] = await inTenant({ organization_id: id, user_id: null }, (db) =>
        db
          .select({ id: files.id, storage_key: files.storage_key, content_type: files.content_type })
          .from(organizations)
          .innerJoin(files, and(eq(files.organization_id, organizations.id), eq(files.id, organizations.logo_file_id)))
          .where(eq(organizations.id, id)),
      );
      const bytes = file && (await fileStorage().get(file.storage_key));
      if (!file || !bytes) throw notFound();
      return { bytes, content_type: file.content_type, file_id: file.id };
    },
  },
);

function removeFiles(keys: string[]): void {
  for (const key of keys) {
    fileStorage()
      .remove(key)
      .catch((err: unknown) => log().warn({ err, key }, "an outdated logo was not removed"));
  }
}
