import { readAccessToken } from "./access-token";
import { anonymousCaller, type Caller } from "./caller";
import { type Clock, systemClock } from "./clock";
import { env } from "./env";
import { Problem } from "./errors";
import { type OrganizationName, resolveCaller } from "./resolve-caller";
import { isFromThisSite, readWebSession } from "./web-session";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The caller of a request: a bearer token, else the web session's cookie, else nobody. A write that a cookie vouches for
 * must come from this very site. With `organization` given (a page's address), it decides; else the token's claim or the
 * X-Organization header (id or slug).
 */
export async function authenticate(
  request: Request,
  { organization, clock = systemClock }: { organization?: OrganizationName; clock?: Clock } = {},
): Promise<Caller> {
  const facts = requestFacts(request);
  const bearer = bearerToken(request);
  if (bearer !== null) {
    const claims = await readAccessToken(bearer, clock);
    if (!claims)
      throw new Problem(
        "token_expired",
        "The access token is invalid or has expired. Get a new one from POST /api/v1/auth/refresh.",
      );
    const named = organization ?? organizationHeader(request) ?? (claims.org ? { id: claims.org } : null);
    return resolveCaller(
      { user_id: claims.sub, family_id: claims.fam, session_version: claims.sv, surface: "api" },
      named,
      facts,
      clock,
    );
  }
  const session = await readWebSession(request.headers.get("cookie"));
  if (!session) return { ...anonymousCaller(facts), clock };
  if (!safeMethods.has(request.method) && !isFromThisSite(request, session)) {
    throw new Problem("csrf_failed", "Load the page again and repeat what you did; its session token did not match.");
  }
  const named = organization ?? organizationHeader(request);
  try {
    return await resolveCaller({ ...session, surface: "web" }, named, facts, clock);
  } catch (error) {
    // A cookie that outlived its session is no session.
    if (error instanceof Problem && error.code === "token_expired") return { ...anonymousCaller(facts), clock };
    throw error;
  }
}

function bearerToken(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  const match = /^Bearer +([\w.~+/=-]+)$/i.exec(header.trim());
  if (!match?.[1]) throw new Problem("unauthenticated", "Send the token as `Authorization: Bearer <token>`.");
  return match[1];
}

function organizationHeader(request: Request): OrganizationName {
  const value = request.headers.get("x-organization");
  if (!value) return null;
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value) ? { id: value.toLowerCase() } : { slug: value };
}

export function requestFacts(request: Request): Pick<Caller, "ip" | "user_agent" | "request_id" | "reason"> {
  const { headers } = request;
  return {
    ip: clientAddress(headers),
    user_agent: headers.get("user-agent")?.slice(0, 300) ?? null,
    request_id: crypto.randomUUID(),
    reason: headers.get("x-reason")?.slice(0, 500) ?? null,
  };
}

/** Next puts the socket's address into x-forwarded-for when no proxy did; only a trusted proxy's earlier entries count. */
function clientAddress(headers: Headers): string | null {
  const chain =
    headers
      .get("x-forwarded-for")
      ?.split(",")
      .map((part) => part.trim()) ?? [];
  return (env().TRUST_PROXY === "1" ? chain[0] : chain.at(-1)) ?? null;
}
