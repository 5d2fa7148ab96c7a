import { allowedMethods } from "./api-paths";
import { notFound, Problem } from "./errors";
import { problemResponse, securityHeaders } from "./problem-response";

const pageMethods = ["GET", "HEAD", "POST", "OPTIONS"];

/** A path without a page, so that Next renders its 404. */
const unknownPage = "/no-such-page";

/**
 * Handles unknown API paths and methods, OPTIONS and undecodable paths before routing. Returns a response, a rewritten target,
 * or null to continue. `target` is the request target (path and query).
 */
export function precheckRequest(method: string, target: string): Response | { target: string } | null {
  const [path = "", query = ""] = target.split("?", 2);
  if (!/^\/api(\/|$)/.test(path)) {
    if (!pageMethods.includes(method)) return errorResponse(methodNotAllowed(pageMethods), path);
    // Malformed escapes in a query are harmless, except NUL.
    return isDecodable(path) && !query.includes("%00") ? null : { target: unknownPage };
  }
  const methods = isDecodable(path) ? allowedMethods(path) : null;
  if (!methods) return errorResponse(notFound(), path);
  if (!methods.includes(method)) return errorResponse(methodNotAllowed(methods), path);
  if (method !== "OPTIONS") return null;
  return new Response(null, { status: 204, headers: { ...securityHeaders, allow: methods.join(", ") } });
}

const errorResponse = (problem: Problem, path: string): Response =>
  problemResponse(problem, crypto.randomUUID(), `http://localhost${path.startsWith("/") ? path : "/"}`);

function methodNotAllowed(methods: readonly string[]): Problem {
  const allow = methods.join(", ");
  return new Problem("method_not_allowed", `Use one of ${allow}.`, { headers: { allow } });
}

/** R12 for paths: valid percent-encoded UTF-8 without NUL. */
function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\u0000");
  } catch {
    return false;
  }
}
