import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from "pg";
import { DatabaseAway, isConnectionError, isPoolTimeout, wasNeverSent } from "./away";
import { pool } from "./client";
import { limitQueries, limitsOf, type Patience } from "./patience";

export type Database = NodePgDatabase<Record<string, never>>;

export type Tenant = { organization_id: string | null; user_id: string | null };

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const maxWaiting = 500;

export class PoolExhausted extends Error {}

/** The settings that row-level security reads, as statements that last until the end of the transaction. */
export function bindTenant({ organization_id, user_id }: Tenant): string {
  for (const value of [organization_id, user_id]) {
    if (value !== null && !uuidShape.test(value)) throw new Error("A tenant is named by a uuid");
  }
  return `select set_config('app.organization_id', '${organization_id ?? ""}', true), set_config('app.user_id', '${user_id ?? ""}', true)`;
}

async function borrow(): Promise<PoolClient> {
  const open = pool();
  if (open.waitingCount >= maxWaiting) throw new PoolExhausted();
  try {
    return await open.connect();
  } catch (error) {
    if (isPoolTimeout(error)) throw new PoolExhausted("No connection became free in time", { cause: error });
    throw isConnectionError(error) ? new DatabaseAway(error) : error;
  }
}

export type TransactionTerms = {
  /** How long a statement may take; a request's time unless said otherwise. */
  patience?: Patience;
  /** Nothing is written: there is nothing to lose with the answer of the COMMIT. */
  is_read?: boolean;
};

type Work<T> = (db: Database, client: PoolClient) => Promise<T>;

/**
 * Runs `work` in one transaction that sees one organization's rows only. BEGIN and the settings travel with the first
 * query. A COMMIT that the server answers with ROLLBACK is an error. What `work` resolves to is returned after the commit.
 * A connection that failed is thrown away: it is neither asked to roll back nor lent again.
 */
export async function inTenant<T>(tenant: Tenant, work: Work<T>, terms?: TransactionTerms): Promise<T> {
  return inTransaction(bindTenant(tenant), work, terms);
}

async function inTransaction<T>(
  settings: string,
  work: Work<T>,
  { patience = "request", is_read = false }: TransactionTerms = {},
): Promise<T> {
  const { statement_ms, query_ms } = limitsOf(patience);
  const begin = `begin; set local statement_timeout = ${statement_ms}; ${settings}`;
  const client = await borrow();
  limitQueries(client, query_ms);
  let broken: Error | undefined;
  let is_committing = false;
  try {
    const begun = client.query(begin);
    begun.catch(() => {});
    const result = await work(drizzle(client), client);
    await begun;
    is_committing = true;
    const committed = await client.query("commit");
    if (committed.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return result;
  } catch (error) {
    if (isConnectionError(error)) {
      broken = new DatabaseAway(error, is_committing && !is_read && !wasNeverSent(error));
      throw broken;
    }
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    limitQueries(client, limitsOf("request").query_ms);
    client.release(broken);
  }
}

/** For a hot statement whose plan the connection keeps under a name. */
export const clientOf = (db: Database): PoolClient => (db as Database & { $client: PoolClient }).$client;

/** For the identity tables, which belong to no tenant. */
export function inIdentity<T>(user_id: string | null, work: Work<T>, terms?: TransactionTerms): Promise<T> {
  return inTenant({ organization_id: null, user_id }, work, terms);
}

/**
 * The executor's door: its memory (job_*) spans tenants, and shows nothing without this setting. It lasts for one
 * transaction, since behind a transaction pooler a setting of the session would reach others.
 */
const executorSettings = `${bindTenant({ organization_id: null, user_id: null })}, set_config('app.executor', 'on', true)`;

export function inExecutor<T>(work: Work<T>): Promise<T> {
  return inTransaction(executorSettings, work, { patience: "job" });
}

/** One statement of the executor: its transaction begins and ends in the same round trip. */
export async function executorQuery<R extends QueryResultRow>(
  statement: string | QueryConfig,
  values?: unknown[],
): Promise<QueryResult<R>> {
  const client = await borrow();
  limitQueries(client, limitsOf("job").query_ms);
  let broken: Error | undefined;
  try {
    const [begun, done, ended] = await Promise.allSettled([
      client.query(`begin; ${executorSettings}`),
      client.query<R>(statement as string, values),
      client.query("commit"),
    ]);
    if (ended.status === "rejected") broken = ended.reason as Error;
    if (done.status === "rejected") throw done.reason;
    if (begun.status === "rejected") throw begun.reason;
    if (ended.status === "rejected") throw ended.reason;
    if (ended.value.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return done.value;
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    broken = new DatabaseAway(error);
    throw broken;
  } finally {
    limitQueries(client, limitsOf("request").query_ms);
    client.release(broken);
  }
}
