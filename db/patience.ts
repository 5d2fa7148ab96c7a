import type { PoolClient } from "pg";
import { env } from "@/lib/kernel/env";

/** "request": a client waits for the answer. "job": nobody does, or the work is known to take long. */
export type Patience = "request" | "job";

const job = { statement_ms: 10_000, query_ms: 11_000 };

/**
 * The server stops a statement before the client gives up on it, so that the connection survives. The client's own limit is
 * for a server that answers nothing at all.
 */
export function limitsOf(patience: Patience): { statement_ms: number; query_ms: number } {
  if (patience === "job") return job;
  const query_ms = env().DATABASE_QUERY_TIMEOUT_MS;
  return { statement_ms: Math.floor((query_ms * 5) / 6), query_ms };
}

/** Both drivers read their limit with each query; neither has a way to set it for one loan of a connection. */
export function limitQueries(client: PoolClient, query_ms: number): void {
  const { connectionParameters } = client as PoolClient & { connectionParameters: { query_timeout: number } };
  connectionParameters.query_timeout = query_ms;
}
