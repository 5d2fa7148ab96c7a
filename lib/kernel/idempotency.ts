import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "./errors";
import type { Upload } from "./upload";

export type Remembered = { status: number; response: unknown };
export type KeyScope = { organization_id: string; actor_id: string; key: string; operation: string };

/** What a key stands for: all of the request that the answer may depend on, an upload's bytes included (R13). */
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

/** One text for equal values, whatever the order of their names. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(",")}}`;
}

/**
 * Claims the key inside the caller's transaction. A second request waits on the unique key until the first has committed
 * and then gets its answer; after a rollback it claims the key itself.
 */
export async function claimKey(db: Database, scope: KeyScope, hash: string): Promise<Remembered | null> {
  const { organization_id, actor_id, key, operation } = scope;
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ organization_id, actor_id, key, operation, request_hash: hash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;
  const [row] = await db.select().from(idempotencyKeys).where(sameKey(scope));
  if (!row || row.operation !== operation || row.request_hash !== hash) {
    throw new Problem(
      "idempotency_key_reused",
      "This Idempotency-Key was sent before with another request. Use a new key for a new request.",
    );
  }
  return { status: row.status ?? 200, response: row.response };
}

export async function rememberAnswer(db: Database, scope: KeyScope, answer: Remembered): Promise<void> {
  await db.update(idempotencyKeys).set(answer).where(sameKey(scope));
}

const sameKey = ({ organization_id, actor_id, key }: KeyScope) =>
  and(
    eq(idempotencyKeys.organization_id, organization_id),
    eq(idempotencyKeys.actor_id, actor_id),
    eq(idempotencyKeys.key, key),
  );
