import { pool } from "@/db/client";
import { jobsFault } from "./jobs";
import { log } from "./log";
import { securityHeaders } from "./problem-response";
import { isStopping } from "./stop";

const patienceMs = 2_000;

const answer = (status: number, body: Record<string, string>): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      ...securityHeaders,
      "content-type": "application/json",
      ...(status === 503 ? { "retry-after": "2" } : {}),
    },
  });

/** The process answers; nothing else is asked, so that a database that is away restarts nobody. */
export const alive = (): Response => answer(200, { status: "alive" });

/**
 * Requests may come: the database answers in time and has its tables, and where this process is to run jobs, it does. Says which
 * of them is missing, and no more. Jobs are registered over loopback, which asks for no readiness.
 */
export async function ready(): Promise<Response> {
  if (isStopping()) return answer(503, { status: "stopping" });
  try {
    const { rows } = await inTime(
      pool().query<{ is_migrated: boolean }>("select to_regclass('public.check_ins') is not null as is_migrated"),
    );
    if (!rows[0]?.is_migrated) return answer(503, { status: "not_ready", missing: "migrations" });
    return jobsFault() === null
      ? answer(200, { status: "ready" })
      : answer(503, { status: "not_ready", missing: "jobs" });
  } catch (error) {
    log().warn({ err: error }, "not ready: the database does not answer");
    return answer(503, { status: "not_ready", missing: "database" });
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("took too long")), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
