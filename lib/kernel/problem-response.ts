import { DatabaseAway } from "@/db/away";
import { PoolExhausted } from "@/db/tenancy";
import { databaseError, Problem } from "./errors";
import { log } from "./log";
import { transportHeaders } from "./transport";

export const securityHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

const retryAfterSeconds = "2";
/**
 * For a sign-out: what scripts stored and the worker for push messages go with the session, for the next person at this machine.
 * Not "cookies": it reaches the whole registrable domain and, here, the device's mark and the desk's door, which stay on purpose;
 * the session's own cookie is ended by name. Not "cache": no page of a session is stored, and Chromium takes seconds for it.
 */
export const forgetHeaders = { "clear-site-data": '"storage"' } as const;

/**
 * RFC 9457. What is not a Problem is logged whole and answered without a word of its inside. `url` is null where the answer must
 * not depend on the address: A1 asks for the same bytes for a foreign id as for a missing one.
 */
export function problemResponse(error: unknown, request_id: string, url: string | null): Response {
  const problem = asProblem(error, request_id);
  const { errors, extensions, headers } = problem.extras;
  const body = {
    type: `/docs/errors#${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(url === null ? {} : { instance: new URL(url).pathname }),
    ...(errors ? { errors } : {}),
    ...extensions,
  };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "x-request-id": request_id,
      ...(problem.status === 503 ? { "retry-after": retryAfterSeconds } : {}),
      ...(problem.status === 401 ? { "www-authenticate": 'Bearer realm="fitflow"' } : {}),
      ...securityHeaders,
      ...transportHeaders(),
      ...headers,
    },
  });
}

function asProblem(error: unknown, request_id: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PoolExhausted) {
    return new Problem("overloaded", "The server is busy. Try again in a few seconds.");
  }
  if (error instanceof DatabaseAway) {
    log().warn({ err: error, request_id }, "the database does not answer");
    return error.may_be_stored
      ? new Problem(
          "outcome_unknown",
          "The connection to the database broke while the change was saved, so it may be there. Look before you repeat it. A repeat with the same Idempotency-Key changes nothing twice.",
        )
      : new Problem("unavailable", "The server cannot reach its database. Try again in a few seconds.");
  }
  const cause = databaseError(error);
  if (cause?.code === "57014")
    return new Problem("overloaded", "That took too long and was stopped. Narrow the request and try again.");
  // Inputs are checked in validation.ts; this is for a text that a verb made itself.
  if (cause?.code === "22021" || cause?.code === "22P05")
    return new Problem("invalid_input", "The request has characters that cannot be stored.");
  if (cause?.code === "40001" || cause?.code === "40P01")
    return new Problem("conflict", "Another change got in between. Repeat the request.");
  log().error({ err: error, request_id }, "request failed");
  return new Problem(
    "internal_error",
    "Something went wrong on our side. Tell support the request id in the x-request-id header.",
  );
}
