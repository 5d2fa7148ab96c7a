import { DatabaseUnavailable } from "@/db/connection-errors";
import { PoolExhausted } from "@/db/tenancy";
import { type ResponseParts, toResponse } from "./api-message";
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
 * For a sign-out on a shared machine: clears script storage and the push service worker. Not "cookies": that covers the whole
 * registrable domain, and the device id and the desk's location must survive; the session cookie is deleted by name. Not "cache":
 * session pages are never cached, and Chromium takes seconds to clear it.
 */
export const clearSiteDataHeaders = { "clear-site-data": '"storage"' } as const;

/**
 * An RFC 9457 problem document. Unexpected errors are logged and returned without details. `url` is null where the response must
 * not depend on the URL (A1: the same bytes for a foreign id as for a missing one).
 */
export const problemResponse = (error: unknown, request_id: string, url: string | null): Response =>
  toResponse(problemParts(error, request_id, url));

export function problemParts(error: unknown, request_id: string, url: string | null): ResponseParts {
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
  return {
    status: problem.status,
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/problem+json",
      "x-request-id": request_id,
      ...(problem.status === 503 ? { "retry-after": retryAfterSeconds } : {}),
      ...(problem.status === 401 ? { "www-authenticate": 'Bearer realm="fitflow"' } : {}),
      ...securityHeaders,
      ...transportHeaders(),
      ...headers,
    },
  };
}

function asProblem(error: unknown, request_id: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PoolExhausted) {
    return new Problem("overloaded", "The server is busy. Try again in a few seconds.");
  }
  if (error instanceof DatabaseUnavailable) {
    log().warn({ err: error, request_id }, "the database does not respond");
    return error.may_be_committed
      ? new Problem(
          "outcome_unknown",
          "The connection to the database was lost during the commit, so the change may be saved. Check before you repeat it. A repeat with the same Idempotency-Key is safe.",
        )
      : new Problem("unavailable", "The server cannot reach its database. Try again in a few seconds.");
  }
  const cause = databaseError(error);
  if (cause?.code === "57014")
    return new Problem("overloaded", "The request took too long and was cancelled. Narrow it and try again.");
  // Inputs are checked in validation.ts. This covers text that a verb produced.
  if (cause?.code === "22021" || cause?.code === "22P05")
    return new Problem("invalid_input", "The request contains characters that cannot be stored.");
  if (cause?.code === "40001" || cause?.code === "40P01")
    return new Problem("conflict", "The request conflicted with a concurrent change. Repeat it.");
  log().error({ err: error, request_id }, "request failed");
  return new Problem(
    "internal_error",
    "An internal error occurred. Give support the request id from the x-request-id header.",
  );
}
