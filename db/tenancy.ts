import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryResult, QueryResultRow } from "pg";
import { pool } from "./client";
import { isPipelined, type Opening, sendTogether, setOpening } from "./client-query";
import { DatabaseUnavailable, isConnectionError, isPoolTimeout, wasNeverSent } from "./connection-errors";
import { isStaleStatement } from "./named-statements";
import { isDoubtful, type Statement } from "./round-trip";
import { setQueryTimeout, type TimeoutClass, type Timeouts, timeoutsOf } from "./timeouts";

export type Database = NodePgDatabase<Record<string, never>>;

export type Tenant = { organization_id: string | null; user_id: string | null };

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxWaiting = 500;

export class PoolExhausted extends Error {}

/** The row-level security policies read the first two. All last until the end of the transaction. */
const setRequest = `select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true),
  set_config('statement_timeout', $3, true)`;
const setRead = `${setRequest}, set_config('transaction_read_only', 'on', true)`;
/**
 * The executor's tables (job_*) span tenants; their policies require this setting. It lasts for one transaction, because behind
 * a transaction pooler a session setting would reach other clients.
 */
const setExecutor = `${setRequest}, set_config('app.executor', 'on', true)`;

function tenantValues({ organization_id, user_id }: Tenant): string[] {
  for (const value of [organization_id, user_id]) {
    if (value !== null && !uuidShape.test(value)) throw new Error("Tenant ids must be UUIDs");
  }
  return [organization_id ?? "", user_id ?? ""];
}

/**
 * SQL that binds the current transaction to another tenant. Without parameters, so that also an operation that only reads begins a
 * transaction for it (db/client-query.ts).
 */
export function bindTenant(tenant: Tenant): string {
  const [organization_id, user_id] = tenantValues(tenant);
  return `select set_config('app.organization_id', '${organization_id}', true), set_config('app.user_id', '${user_id}', true)`;
}

type Scope = { tenant: Tenant; is_executor: boolean };

const begin: Statement = { text: "begin" };
const commit: Statement = { text: "commit" };
const rollback: Statement = { text: "rollback" };

/** The timeout is set per transaction, because a pooler refuses it at the start of a session. */
function openingOf(client: PoolClient, { tenant, is_executor }: Scope, timeouts: Timeouts, is_read: boolean): Opening {
  const values = [...tenantValues(tenant), String(timeouts.statement_ms)];
  const settings: Statement = { text: is_executor ? setExecutor : setRequest, values };
  const each = is_read && !is_executor && isPipelined(client) ? [{ text: setRead, values }] : null;
  return { begin: [begin, settings], each, is_begun: false };
}

async function borrow(): Promise<PoolClient> {
  const open = pool();
  if (open.waitingCount >= maxWaiting) throw new PoolExhausted();
  try {
    return await open.connect();
  } catch (error) {
    if (isPoolTimeout(error)) throw new PoolExhausted("No pool connection was available in time", { cause: error });
    throw isConnectionError(error) ? new DatabaseUnavailable(error) : error;
  }
}

export type TransactionOptions = {
  /** Defaults to "request". */
  timeout_class?: TimeoutClass;
  /**
   * Nothing is written, so a lost COMMIT response is not an unknown outcome, and each statement may be a transaction of its own: at the
   * isolation level "read committed" it sees the same.
   */
  is_read?: boolean;
};

/** Sends a statement with the commit, in one round trip. Its result is not read; its failure fails the transaction. */
export type Defer = (statement: Statement) => void;

type Work<T> = (db: Database, client: PoolClient, defer: Defer) => Promise<T>;

/**
 * Runs `work` in a transaction that sees the rows of one organization. BEGIN and the settings are sent with the first query.
 * A COMMIT that the server answers with ROLLBACK is an error. A failed connection is destroyed, without a rollback.
 */
export async function inTenant<T>(tenant: Tenant, work: Work<T>, options?: TransactionOptions): Promise<T> {
  return inTransaction({ tenant, is_executor: false }, work, options);
}

async function inTransaction<T>(
  scope: Scope,
  work: Work<T>,
  { timeout_class = "request", is_read = false }: TransactionOptions = {},
): Promise<T> {
  let is_committing = false;
  return withClient(scope, { timeout_class, is_read }, async (client, opening) => {
    try {
      const deferred: Statement[] = [];
      const result = await work(databaseOf(client), client, (statement) => void deferred.push(statement));
      if (!opening.is_begun && deferred.length === 0) return result;
      is_committing = true;
      await sendAndCommit(client, opening, deferred);
      return result;
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      throw new DatabaseUnavailable(error, is_committing && !is_read && !wasNeverSent(error));
    }
  });
}

async function sendAndCommit(client: PoolClient, opening: Opening, statements: Statement[]): Promise<QueryResult[]> {
  const before = opening.is_begun ? [] : opening.begin;
  opening.is_begun = true;
  const results = await sendTogether(client, [...before, ...statements, commit]);
  if (results.at(-1)?.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
  return results.slice(before.length, -1);
}

type Terms = Required<TransactionOptions>;
type Task<T> = (client: PoolClient, opening: Opening) => Promise<T>;

/** Runs `work` on a client of the pool. After an error it is rolled back, and closed if it cannot be used any more. */
async function withClient<T>(scope: Scope, { timeout_class, is_read }: Terms, work: Task<T>): Promise<T> {
  const timeouts = timeoutsOf(timeout_class);
  const client = await borrow();
  let opening: Opening | undefined;
  let broken: Error | undefined;
  try {
    opening = openingOf(client, scope, timeouts, is_read);
    setOpening(client, opening);
    setQueryTimeout(client, timeouts.query_ms);
    return await work(client, opening);
  } catch (error) {
    if (isConnectionError(error)) {
      broken = error instanceof DatabaseUnavailable ? error : new DatabaseUnavailable(error);
      throw broken;
    }
    if (opening?.is_begun) {
      await sendTogether(client, [rollback]).catch((failure: Error) => {
        broken = failure;
      });
    }
    if (!isStaleStatement(error)) throw error;
    broken = new DatabaseUnavailable(error);
    throw broken;
  } finally {
    setOpening(client, null);
    setQueryTimeout(client, timeoutsOf("request").query_ms);
    client.release(broken ?? isDoubtful(client));
  }
}

const databases = new WeakMap<PoolClient, Database>();

/** One per connection: it holds no state of a transaction. */
function databaseOf(client: PoolClient): Database {
  const database = databases.get(client) ?? drizzle(client);
  databases.set(client, database);
  return database;
}

/** For statements of hot paths that are not built by drizzle. */
export const clientOf = (db: Database): PoolClient => (db as Database & { $client: PoolClient }).$client;

/** For the identity tables, which belong to no tenant. */
export function inIdentity<T>(user_id: string | null, work: Work<T>, options?: TransactionOptions): Promise<T> {
  return inTenant({ organization_id: null, user_id }, work, options);
}

const asExecutor: Scope = { tenant: { organization_id: null, user_id: null }, is_executor: true };

export const inExecutor = <T>(work: Work<T>): Promise<T> => inTransaction(asExecutor, work, { timeout_class: "job" });

/** Runs one statement in a transaction of its own, in one round trip. */
async function queryWith<R extends QueryResultRow>(
  scope: Scope,
  statement: Statement,
  timeout_class: TimeoutClass,
): Promise<QueryResult<R>> {
  return withClient(scope, { timeout_class, is_read: false }, async (client, opening) => {
    const [, settings] = opening.begin;
    // Without BEGIN, the statements of one message are a transaction of their own.
    const results = isPipelined(client)
      ? await sendTogether(client, [settings, statement])
      : await sendAndCommit(client, opening, [statement]);
    return results.at(-1) as QueryResult<R>;
  });
}

/** Runs one statement that sees the rows of one organization. */
export function tenantQuery<R extends QueryResultRow>(
  organization_id: string,
  statement: Statement,
): Promise<QueryResult<R>> {
  return queryWith({ tenant: { organization_id, user_id: null }, is_executor: false }, statement, "job");
}

/** Runs one statement that sees what a person may see without an organization. */
export function identityQuery<R extends QueryResultRow>(
  user_id: string,
  statement: Statement,
): Promise<QueryResult<R>> {
  return queryWith({ tenant: { organization_id: null, user_id }, is_executor: false }, statement, "request");
}

/** Runs one statement of the executor. */
export function executorQuery<R extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<R>> {
  return queryWith(asExecutor, { text, values }, "job");
}
