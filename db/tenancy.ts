import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryResult, QueryResultRow } from "pg";
import { pool } from "./client";
import { DatabaseUnavailable, isConnectionError, isPoolTimeout, wasNeverSent } from "./connection-errors";
import { isStaleStatement } from "./named-statements";
import { setQueryTimeout, type TimeoutClass, timeoutsOf } from "./timeouts";

export type Database = NodePgDatabase<Record<string, never>>;

export type Tenant = { organization_id: string | null; user_id: string | null };

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxWaiting = 500;

export class PoolExhausted extends Error {}

/** SQL that sets what the row-level security policies read, until the end of the transaction. */
export function bindTenant({ organization_id, user_id }: Tenant): string {
  for (const value of [organization_id, user_id]) {
    if (value !== null && !uuidShape.test(value)) throw new Error("Tenant ids must be UUIDs");
  }
  return `select set_config('app.organization_id', '${organization_id ?? ""}', true), set_config('app.user_id', '${user_id ?? ""}', true)`;
}

/** One string, so that it takes one message. The timeout is set per transaction, because a pooler refuses it at the start of a session. */
const beginWith = (settings: string, { statement_ms }: { statement_ms: number }): string =>
  `begin; ${settings}, set_config('statement_timeout', '${statement_ms}', true)`;

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
  /** Nothing is written, so a lost COMMIT response is not an unknown outcome. */
  is_read?: boolean;
};

/**
 * Lets the commit follow a last statement without waiting for its result. If the server refuses the statement, it also refuses the
 * commit. The statement must have been sent: after an error of the client alone the server would commit.
 */
export type Defer = (statement: Promise<unknown>) => void;

type Work<T> = (db: Database, client: PoolClient, defer: Defer) => Promise<T>;

/**
 * Runs `work` in a transaction that sees the rows of one organization. BEGIN and the settings are sent with the first query.
 * A COMMIT that the server answers with ROLLBACK is an error. A failed connection is destroyed, without a rollback.
 */
export async function inTenant<T>(tenant: Tenant, work: Work<T>, options?: TransactionOptions): Promise<T> {
  return inTransaction(bindTenant(tenant), work, options);
}

async function inTransaction<T>(
  settings: string,
  work: Work<T>,
  { timeout_class = "request", is_read = false }: TransactionOptions = {},
): Promise<T> {
  const timeouts = timeoutsOf(timeout_class);
  const client = await borrow();
  setQueryTimeout(client, timeouts.query_ms);
  let broken: Error | undefined;
  let is_committing = false;
  try {
    const begun = client.query(beginWith(settings, timeouts));
    begun.catch(() => {});
    const deferred: Promise<unknown>[] = [];
    const result = await work(databaseOf(client), client, (statement) => {
      statement.catch(() => {});
      deferred.push(statement);
    });
    await begun;
    is_committing = true;
    const commit = client.query("commit");
    commit.catch(() => {});
    await Promise.all(deferred);
    const committed = await commit;
    if (committed.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return result;
  } catch (error) {
    if (isConnectionError(error)) {
      broken = new DatabaseUnavailable(error, is_committing && !is_read && !wasNeverSent(error));
      throw broken;
    }
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    if (isStaleStatement(error)) {
      broken = new DatabaseUnavailable(error);
      throw broken;
    }
    throw error;
  } finally {
    setQueryTimeout(client, timeoutsOf("request").query_ms);
    client.release(broken);
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

/**
 * The executor's tables (job_*) span tenants; their policies require this setting. It lasts for one transaction, because behind
 * a transaction pooler a session setting would reach other clients.
 */
const executorSettings = `${bindTenant({ organization_id: null, user_id: null })}, set_config('app.executor', 'on', true)`;

export function inExecutor<T>(work: Work<T>): Promise<T> {
  return inTransaction(executorSettings, work, { timeout_class: "job" });
}

/** Runs one statement in a transaction of its own. BEGIN, the statement and COMMIT share a round trip. */
async function queryWith<R extends QueryResultRow>(
  settings: string,
  { text, values }: Statement,
  timeout_class: TimeoutClass,
): Promise<QueryResult<R>> {
  const timeouts = timeoutsOf(timeout_class);
  const client = await borrow();
  setQueryTimeout(client, timeouts.query_ms);
  let broken: Error | undefined;
  try {
    const [begun, done, ended] = await Promise.allSettled([
      client.query(beginWith(settings, timeouts)),
      client.query<R>(text, values),
      client.query("commit"),
    ]);
    if (ended.status === "rejected") broken = ended.reason as Error;
    if (done.status === "rejected") throw done.reason;
    if (begun.status === "rejected") throw begun.reason;
    if (ended.status === "rejected") throw ended.reason;
    if (ended.value.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return done.value;
  } catch (error) {
    if (!isConnectionError(error) && !isStaleStatement(error)) throw error;
    broken = new DatabaseUnavailable(error);
    throw broken;
  } finally {
    setQueryTimeout(client, timeoutsOf("request").query_ms);
    client.release(broken);
  }
}

type Statement = { text: string; values?: unknown[] };

/** Runs one statement that sees the rows of one organization. */
export function tenantQuery<R extends QueryResultRow>(
  organization_id: string,
  statement: Statement,
): Promise<QueryResult<R>> {
  return queryWith(bindTenant({ organization_id, user_id: null }), statement, "job");
}

/** Runs one statement that sees what a person may see without an organization. */
export function identityQuery<R extends QueryResultRow>(
  user_id: string,
  statement: Statement,
): Promise<QueryResult<R>> {
  return queryWith(bindTenant({ organization_id: null, user_id }), statement, "request");
}

/** Runs one statement of the executor. */
export function executorQuery<R extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<R>> {
  return queryWith(executorSettings, { text, values: values ?? [] }, "job");
}
