import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { Client, type ClientConfig, Pool, type QueryResult, type QueryResultRow } from "pg";
import WebSocket from "ws";
import { env } from "@/lib/kernel/env";
import { DatabaseAway, isConnectionError } from "./away";
import { limitsOf } from "./patience";

const globals = globalThis as { fitflowPool?: Pool };

function isNeon(url: string): boolean {
  return /\.neon\.tech$/.test(new URL(url).hostname);
}

/**
 * Limits on this side of the line (R14): a server that hangs enforces none of its own. `connectionTimeoutMillis` also bounds
 * the wait for a connection of the pool.
 */
const waits = () => ({
  connectionTimeoutMillis: env().DATABASE_CONNECT_TIMEOUT_MS,
  query_timeout: limitsOf("request").query_ms,
});

function open(url: string, max: number): Pool {
  if (isNeon(url)) {
    neonConfig.webSocketConstructor = WebSocket;
    return new NeonPool({ connectionString: url, max, ...waits() }) as unknown as Pool;
  }
  const config: ClientConfig & { pipeline: boolean } = {
    connectionString: url,
    ...waits(),
    keepAlive: true,
    // Queries that do not wait for each other share a round trip.
    pipeline: true,
    statement_timeout: limitsOf("job").statement_ms,
    application_name: "fitflow",
  };
  return new Pool({ ...config, max, idleTimeoutMillis: 30_000 });
}

/** One pool a process, on globalThis so that hot reload does not open a second one. */
export function pool(): Pool {
  if (!globals.fitflowPool) {
    const { DATABASE_URL, DATABASE_POOL_MAX } = env();
    globals.fitflowPool = open(DATABASE_URL, DATABASE_POOL_MAX);
    // A connection that the server closes is replaced at the next use and fails the query it is lent to; without a
    // listener, on the pool while it is idle and on itself while it is lent, it would end the process.
    globals.fitflowPool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
  }
  return globals.fitflowPool;
}

/** One statement outside of any transaction of ours. Throws DatabaseAway where no answer comes. */
export async function askDatabase<R extends QueryResultRow>(
  query: string | { text: string; values: unknown[] },
): Promise<QueryResult<R>> {
  try {
    return await pool().query<R>(query);
  } catch (error) {
    throw isConnectionError(error) ? new DatabaseAway(error) : error;
  }
}

export async function closePool(): Promise<void> {
  const open = globals.fitflowPool;
  globals.fitflowPool = undefined;
  await open?.end();
}

/** A connection of its own for LISTEN, or null where the driver has no notifications. */
export function listenClient(): Client | null {
  const { DATABASE_URL } = env();
  return isNeon(DATABASE_URL)
    ? null
    : new Client({ connectionString: DATABASE_URL, application_name: "fitflow-listen", ...waits(), keepAlive: true });
}
