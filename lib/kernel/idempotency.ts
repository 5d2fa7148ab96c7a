import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotencyKeys, personIdempotencyKeys } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "./errors";
import type { Upload } from "./upload";

export type Remembered = { status: number; response: unknown };
/** A person who acts in no organization has keys of their own. */
export type KeyScope = { organization_id: string | null; actor_id: string; key: string; operation: string };

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
  const { operation } = scope;
  const store = storeOf(db, scope);
  const claimed = await store.insert({ operation, request_hash: hash });
  if (claimed.length > 0) return null;
  const [row] = await store.read();
  if (!row || row.operation !== operation || row.request_hash !== hash) {
    throw new Problem(
      "idempotency_key_reused",
      "This Idempotency-Key was sent before with another request. Use a new key for a new request.",
    );
  }
  return { status: row.status ?? 200, response: row.response };
}

export async function rememberAnswer(db: Database, scope: KeyScope, answer: Remembered): Promise<void> {
  await storeOf(db, scope).answer(answer);
}

type Claim = { operation: string; request_hash: string };

const storeOf = (db: Database, { organization_id, actor_id, key }: KeyScope) =>
  organization_id === null
    ? storeOfPerson(db, { user_id: actor_id, key })
    : storeInOrganization(db, { organization_id, actor_id, key });

function storeInOrganization(db: Database, name: { organization_id: string; actor_id: string; key: string }) {
  const table = idempotencyKeys;
  const same = and(
    eq(table.organization_id, name.organization_id),
    eq(table.actor_id, name.actor_id),
    eq(table.key, name.key),
  );
  return {
    insert: (claim: Claim) =>
      db
        .insert(table)
        .values({ ...name, ...claim })
        .onConflictDoNothing()
        .returning({ key: table.key }),
    read: () => db.select().from(table).where(same),
    answer: (answer: Remembered) => db.update(table).set(answer).where(same),
  };
}

function storeOfPerson(db: Database, name: { user_id: string; key: string }) {
  const table = personIdempotencyKeys;
  const same = and(eq(table.user_id, name.user_id), eq(table.key, name.key));
  return {
    insert: (claim: Claim) =>
      db
        .insert(table)
        .values({ ...name, ...claim })
        .onConflictDoNothing()
        .returning({ key: table.key }),
    read: () => db.select().from(table).where(same),
    answer: (answer: Remembered) => db.update(table).set(answer).where(same),
  };
}
