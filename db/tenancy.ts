import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from "pg";
import { pool } from "./client";

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
  return open.connect();
}

/**
 * Runs `work` in one transaction that sees one organization's rows only. BEGIN and the settings travel with the first
 * query. A COMMIT that the server answers with ROLLBACK is an error. What `work` resolves to is returned after the commit.
 */
export async function inTenant<T>(tenant: Tenant, work: (db: Database, client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(`begin; ${bindTenant(tenant)}`, work);
}

async function inTransaction<T>(begin: string, work: (db: Database, client: PoolClient) => Promise<T>): Promise<T> {
  const client = await borrow();
  let broken: Error | undefined;
  try {
    const begun = client.query(begin);
    begun.catch(() => {});
    const result = await work(drizzle(client), client);
    await begun;
    const committed = await client.query("commit");
    if (committed.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** For a hot statement whose plan the connection keeps under a name. */
export const clientOf = (db: Database): PoolClient => (db as Database & { $client: PoolClient }).$client;

/** For the identity tables, which belong to no tenant. */
export function inIdentity<T>(
  user_id: string | null,
  work: (db: Database, client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTenant({ organization_id: null, user_id }, work);
}

/**
 * The executor's door: its memory (job_*) spans tenants, and shows nothing without this setting. It lasts for one transaction, since
 * behind a transaction pooler a setting of the session would reach others.
 */
const bindExecutor = `begin; ${bindTenant({ organization_id: null, user_id: null })}, set_config('app.executor', 'on', true)`;

export function inExecutor<T>(work: (db: Database, client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(bindExecutor, work);
}

/** One statement of the executor: its transaction begins and ends in the same round trip. */
export async function executorQuery<R extends QueryResultRow>(
  statement: string | QueryConfig,
  values?: unknown[],
): Promise<QueryResult<R>> {
  const client = await borrow();
  let broken: Error | undefined;
  try {
    const [begun, done, ended] = await Promise.allSettled([
      client.query(bindExecutor),
      client.query<R>(statement as string, values),
      client.query("commit"),
    ]);
    if (ended.status === "rejected") broken = ended.reason as Error;
    if (done.status === "rejected") throw done.reason;
    if (begun.status === "rejected") throw begun.reason;
    if (ended.status === "rejected") throw ended.reason;
    if (ended.value.command !== "COMMIT") throw new Error("The transaction was rolled back by the database");
    return done.value;
  } finally {
    client.release(broken);
  }
}
