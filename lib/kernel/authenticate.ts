import { readAccessToken } from "./access-token";
import { anonymousCaller, type Caller } from "./caller";
import { type Clock, systemClock } from "./clock";
import { Problem } from "./errors";
import { type OrganizationName, resolveCaller } from "./resolve-caller";
import { isFromThisSite, readWebSession } from "./web-session";

export const organizationParameter = "organization";
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The caller of a request: a bearer token, else the web session's cookie, else nobody. A write that a cookie vouches for
 * must come from this very site. With `organization` given (a page's address), it decides; else the token's claim or the
 * X-Organization header (id or slug), for a GET also ?organization=.
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
    const { sub: user_id, fam: family_id, sv: session_version, org } = claims;
    const session = { user_id, family_id, session_version, surface: "api" as const };
    const named = organization ?? namedOrganization(request);
    if (named || !org) return resolveCaller(session, named, facts, clock);
    return resolveCaller(session, { id: org }, facts, clock).catch(endWithMembership);
  }
  const session = await readWebSession(request.headers.get("cookie"));
  if (!session) return { ...anonymousCaller(facts), clock };
  if (!safeMethods.has(request.method) && !isFromThisSite(request, session)) {
    throw new Problem("csrf_failed", "Load the page again and repeat what you did; its session token did not match.");
  }
  const named = organization ?? namedOrganization(request);
  try {
    return await resolveCaller({ ...session, surface: "web" }, named, facts, clock);
  } catch (error) {
    // A cookie that outlived its session is no session.
    if (error instanceof Problem && error.code === "token_expired") return { ...anonymousCaller(facts), clock };
    throw error;
  }
}

/** A5: whoever no longer belongs to the gym of their token holds a token for nothing. */
function endWithMembership(error: unknown): never {
  if (!(error instanceof Problem && error.code === "not_found")) throw error;
  throw new Problem("token_expired", "You no longer belong to the organization of this token. Sign in again.");
}

function bearerToken(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  const match = /^Bearer +([\w.~+/=-]+)$/i.exec(header.trim());
  if (!match?.[1]) throw new Problem("unauthenticated", "Send the token as `Authorization: Bearer <token>`.");
  return match[1];
}

/** A picture, a download and an event stream cannot send headers: their address names the organization. */
function namedOrganization(request: Request): OrganizationName {
  const value =
    request.headers.get("x-organization") ??
    (request.method === "GET" || request.method === "HEAD"
      ? new URL(request.url).searchParams.get(organizationParameter)
      : null);
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

/** The last entry is the only one that a client cannot invent: the proxy in front of us wrote it, else instrumentation.ts. */
function clientAddress(headers: Headers): string | null {
  return (
    headers
      .get("x-forwarded-for")
      ?.split(",")
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, "") || null
  );
}
