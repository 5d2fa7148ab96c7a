import { pool } from "@/db/client";
import { jobsProblem } from "./jobs";
import { log } from "./log";
import { securityHeaders } from "./problem-response";
import { isShuttingDown } from "./shutdown";

const timeoutMs = 2_000;

const jsonResponse = (status: number, body: Record<string, string>): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      ...securityHeaders,
      "content-type": "application/json",
      ...(status === 503 ? { "retry-after": "2" } : {}),
    },
  });

/** Liveness. Checks nothing else, so that a database outage restarts no process. */
export const alive = (): Response => jsonResponse(200, { status: "alive" });

/**
 * Readiness: the database responds, it is migrated, and the embedded executor (if enabled) runs. The response names only what
 * is missing. The executor registers over loopback, which does not depend on readiness.
 */
export async function ready(): Promise<Response> {
  if (isShuttingDown()) return jsonResponse(503, { status: "stopping" });
  try {
    const { rows } = await withTimeout(
      pool().query<{ is_migrated: boolean }>("select to_regclass('public.check_ins') is not null as is_migrated"),
    );
    if (!rows[0]?.is_migrated) return jsonResponse(503, { status: "not_ready", missing: "migrations" });
    return jobsProblem() === null
      ? jsonResponse(200, { status: "ready" })
      : jsonResponse(503, { status: "not_ready", missing: "jobs" });
  } catch (error) {
    log().warn({ err: error }, "not ready: the database does not respond");
    return jsonResponse(503, { status: "not_ready", missing: "database" });
  }
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("timeout")), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
