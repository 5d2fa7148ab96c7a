import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "./errors";
import type { Upload } from "./upload";

export type StoredResponse = { status: number; response: unknown };
export type KeyScope = { organization_id: string; actor_id: string; key: string; operation: string };

/** Everything that the response may depend on, including the bytes of an upload (R13). */
export type KeyedRequest = {
  input: unknown;
  upload?: Upload | undefined;
  if_match?: number | undefined;
  reason: string | null;
};

export async function requestHash({ input, upload, if_match, reason }: KeyedRequest): Promise<string> {
  const hash = createHash("sha256").update(canonical(input));
  if (upload) hash.update(canonical({ content_type: upload.content_type, body: await upload.digest() }));
  if (if_match !== undefined) hash.update(canonical({ if_match }));
  if (reason !== null) hash.update(canonical({ reason }));
  return hash.digest("base64url");
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(",")}}`;
}

/**
 * Inserts the key in the caller's transaction. Returns null if it is new, else the stored response. A concurrent request with the
 * same key blocks on the unique index until the first commits or rolls back.
 */
export async function reserveKey(db: Database, scope: KeyScope, hash: string): Promise<StoredResponse | null> {
  const { organization_id, actor_id, key, operation } = scope;
  const inserted = await db
    .insert(idempotencyKeys)
    .values({ organization_id, actor_id, key, operation, request_hash: hash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length > 0) return null;
  const [row] = await db.select().from(idempotencyKeys).where(sameKey(scope));
  if (!row || row.operation !== operation || row.request_hash !== hash) {
    throw new Problem(
      "idempotency_key_reused",
      "This Idempotency-Key was already used for another request. Use a new key for a new request.",
    );
  }
  return { status: row.status ?? 200, response: row.response };
}

export async function storeResponse(db: Database, scope: KeyScope, response: StoredResponse): Promise<void> {
  await db.update(idempotencyKeys).set(response).where(sameKey(scope));
}

const sameKey = ({ organization_id, actor_id, key }: KeyScope) =>
  and(
    eq(idempotencyKeys.organization_id, organization_id),
    eq(idempotencyKeys.actor_id, actor_id),
    eq(idempotencyKeys.key, key),
  );
