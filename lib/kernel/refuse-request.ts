import { methodsAt } from "./addresses";
import { notFound, Problem } from "./errors";
import { problemResponse, securityHeaders } from "./problem-response";

const pageMethods = ["GET", "HEAD", "POST", "OPTIONS"];

/** Where Next finds no page, so that its own 404 answers. */
const nowhere = "/no-such-page";

/**
 * What a server answers before it looks for a handler: the API's addresses and methods that do not exist, and addresses that
 * cannot be decoded. An answer, another address to go on with, or null to go on. `target` is the request line's.
 */
export function refuseRequest(method: string, target: string): Response | { target: string } | null {
  const [path = "", query = ""] = target.split("?", 2);
  if (!/^\/api(\/|$)/.test(path)) {
    if (!pageMethods.includes(method)) return refusal(methodNotAllowed(pageMethods), path);
    // A query is read leniently by everybody; a path is not.
    return isReadable(path) && !query.includes("%00") ? null : { target: nowhere };
  }
  const methods = isReadable(path) ? methodsAt(path) : null;
  if (!methods) return refusal(notFound(), path);
  if (!methods.includes(method)) return refusal(methodNotAllowed(methods), path);
  if (method !== "OPTIONS") return null;
  return new Response(null, { status: 204, headers: { ...securityHeaders, allow: methods.join(", ") } });
}

const refusal = (problem: Problem, path: string): Response =>
  problemResponse(problem, crypto.randomUUID(), `http://localhost${path.startsWith("/") ? path : "/"}`);

function methodNotAllowed(methods: readonly string[]): Problem {
  const allow = methods.join(", ");
  return new Problem("method_not_allowed", `Use one of ${allow}.`, { headers: { allow } });
}

/** R12 for addresses: percent-encoding that is UTF-8, and no NUL. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\u0000");
  } catch {
    return false;
  }
}
