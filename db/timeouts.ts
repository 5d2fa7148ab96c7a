import type { PoolClient } from "pg";
import { env } from "@/lib/kernel/env";

/** "request": a client waits for the response. "job": no client waits, or the work is known to take long. */
export type TimeoutClass = "request" | "job";

export type Timeouts = { statement_ms: number; query_ms: number };

const job: Timeouts = { statement_ms: 10_000, query_ms: 11_000 };

/**
 * The server cancels a statement before the client times out, so that the connection survives. The client-side timeout is for
 * a server that does not respond at all.
 */
export function timeoutsOf(timeout_class: TimeoutClass): Timeouts {
  if (timeout_class === "job") return job;
  const query_ms = env().DATABASE_QUERY_TIMEOUT_MS;
  return { statement_ms: Math.floor((query_ms * 5) / 6), query_ms };
}

/** Both drivers read the timeout with each query. Neither has an API to set it per checkout of a connection. */
export function setQueryTimeout(client: PoolClient, query_ms: number): void {
  const { connectionParameters } = client as PoolClient & { connectionParameters: { query_timeout: number } };
  connectionParameters.query_timeout = query_ms;
}
