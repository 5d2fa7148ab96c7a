import { createHash } from "node:crypto";
import { and, eq, type SQL } from "drizzle-orm";
import type { Statement } from "@/db/round-trip";
import { idempotencyKeys, personIdempotencyKeys } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "./errors";
import type { Upload } from "./upload";

export type StoredResponse = { status: number; response: unknown };
/** `organization_id` null: the key of a person who acts outside of every organization. */
export type KeyScope = { organization_id: string | null; actor_id: string; key: string; operation: string };

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
  const { operation } = scope;
  const inserted = await storeOf(db, scope).insert({ operation, request_hash: hash });
  if (inserted.length > 0) return null;
  const stored = await findResponse(db, scope, hash);
  if (!stored) throw keyReused();
  return stored;
}

/** The response to the same request with this key; null if there is none. */
export async function findResponse(db: Database, scope: KeyScope, hash: string): Promise<StoredResponse | null> {
  const [row] = await storeOf(db, scope).read();
  if (!row) return null;
  if (row.operation !== scope.operation || row.request_hash !== hash) throw keyReused();
  return { status: row.status ?? 200, response: row.response };
}

const keyReused = () =>
  new Problem(
    "idempotency_key_reused",
    "This Idempotency-Key was already used for another request. Use a new key for a new request.",
  );

/** The statement that stores the response of the key. */
export function storeResponse(db: Database, scope: KeyScope, response: StoredResponse): Statement {
  const { sql, params } = storeOf(db, scope).update(response).toSQL();
  return { text: sql, values: params };
}

type Reservation = { operation: string; request_hash: string };

/** A person outside of every organization has a table without an organization column. */
function storeOf(db: Database, { organization_id, actor_id, key }: KeyScope) {
  if (organization_id === null) {
    const isOwn = eq(personIdempotencyKeys.user_id, actor_id);
    return keyStore(db, personIdempotencyKeys, { user_id: actor_id, key }, isOwn);
  }
  const isOwn = and(eq(idempotencyKeys.organization_id, organization_id), eq(idempotencyKeys.actor_id, actor_id));
  return keyStore(db, idempotencyKeys, { organization_id, actor_id, key }, isOwn);
}

function keyStore(
  db: Database,
  table: typeof idempotencyKeys | typeof personIdempotencyKeys,
  primaryKey: Record<string, string> & { key: string },
  isOwn: SQL | undefined,
) {
  const isSame = and(isOwn, eq(table.key, primaryKey.key));
  return {
    insert: (reservation: Reservation) =>
      db
        .insert(table)
        .values({ ...primaryKey, ...reservation })
        .onConflictDoNothing()
        .returning({ key: table.key }),
    read: () =>
      db
        .select({
          operation: table.operation,
          request_hash: table.request_hash,
          status: table.status,
          response: table.response,
        })
        .from(table)
        .where(isSame),
    update: (response: StoredResponse) => db.update(table).set(response).where(isSame),
  };
}
