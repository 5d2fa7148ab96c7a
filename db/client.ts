import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { Client, type ClientConfig, Pool, type QueryResult, type QueryResultRow } from "pg";
import WebSocket from "ws";
import { env } from "@/lib/kernel/env";
import { processState } from "@/lib/kernel/process-state";
import { extendClient } from "./client-query";
import { DatabaseUnavailable, isConnectionError } from "./connection-errors";

import { timeoutsOf } from "./timeouts";

const current = processState<{ pool: Pool | undefined }>("pool", () => ({ pool: undefined }));

function isNeon(url: string): boolean {
  return /\.neon\.tech$/.test(new URL(url).hostname);
}

/**
 * Client-side timeouts (R14), because a hanging server enforces none. `connectionTimeoutMillis` also bounds the wait for a pool
 * connection.
 */
const clientTimeouts = () => ({
  connectionTimeoutMillis: env().DATABASE_CONNECT_TIMEOUT_MS,
  query_timeout: timeoutsOf("request").query_ms,
});

function open(url: string, max: number): Pool {
  if (isNeon(url)) {
    neonConfig.webSocketConstructor = WebSocket;
    return new NeonPool({ connectionString: url, max, ...clientTimeouts() }) as unknown as Pool;
  }
  const config: ClientConfig & { pipeline: boolean } = {
    connectionString: url,
    ...clientTimeouts(),
    keepAlive: true,
    // Independent queries share a round trip.
    pipeline: true,
    statement_timeout: timeoutsOf("job").statement_ms,
    application_name: "fitflow",
  };
  return new Pool({ ...config, max, idleTimeoutMillis: 30_000 });
}

/** One pool per process, also after a hot reload. */
export function pool(): Pool {
  if (!current.pool) {
    const { DATABASE_URL, DATABASE_POOL_MAX } = env();
    current.pool = open(DATABASE_URL, DATABASE_POOL_MAX);
    // A connection that the server closes emits "error": on the pool while it is idle, on the client while it is checked out.
    // Without a listener that would end the process. The query fails anyway, and the pool replaces the connection.
    current.pool
      .on("error", () => {})
      .on("connect", (client) => {
        extendClient(client.on("error", () => {}));
      });
  }
  return current.pool;
}

/** Runs one statement without an explicit transaction. Throws DatabaseUnavailable on a connection error. */
export async function queryDatabase<R extends QueryResultRow>(
  query: string | { text: string; values: unknown[] },
): Promise<QueryResult<R>> {
  try {
    return await pool().query<R>(query);
  } catch (error) {
    throw isConnectionError(error) ? new DatabaseUnavailable(error) : error;
  }
}

export async function closePool(): Promise<void> {
  const open = current.pool;
  current.pool = undefined;
  await open?.end();
}

/** A dedicated connection for LISTEN, or null if the driver does not support notifications (Neon). */
export function listenClient(): Client | null {
  const { DATABASE_URL } = env();
  return isNeon(DATABASE_URL)
    ? null
    : new Client({
        connectionString: DATABASE_URL,
        application_name: "fitflow-listen",
        ...clientTimeouts(),
        keepAlive: true,
      });
}
