import { readAccessToken } from "./access-token";
import { anonymousCaller, type Caller, type RequestFacts } from "./caller";
import { type Clock, systemClock } from "./clock";
import { Problem } from "./errors";
import { plainAddress } from "./network-of";
import { type OrganizationName, resolveCaller } from "./resolve-caller";
import { isFromThisMachine } from "./this-machine";
import { isFromThisSite, readWebSession, type WebSession } from "./web-session";

export const organizationParameter = "organization";
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The caller of an API request: a bearer token, else the web session's cookie, else nobody. A write that a cookie vouches for
 * must come from this very site. The token's claim or the X-Organization header (id or slug) names the organization, for a
 * GET also ?organization=. On a public operation an unusable token counts as nobody: a client that attaches its token to every
 * request must be able to refresh it.
 */
export async function authenticate(
  request: Request,
  { is_public = false, clock = systemClock }: { is_public?: boolean; clock?: Clock } = {},
): Promise<Caller> {
  const facts = requestFacts(request);
  const bearer = bearerToken(request);
  if (bearer === null) {
    const session = await readWebSession(request.headers.get("cookie"));
    if (session && !safeMethods.has(request.method) && !isFromThisSite(request, session)) {
      throw new Problem("csrf_failed", "Load the page again and repeat what you did; its session token did not match.");
    }
    return callerOfSession(session, namedOrganization(request), facts, clock);
  }
  try {
    return await callerOfToken(bearer, namedOrganization(request), facts, clock);
  } catch (error) {
    if (is_public && error instanceof Problem && error.status === 401) return { ...anonymousCaller(facts), clock };
    throw error;
  }
}

/**
 * The caller of a page, in the organization that its address names: the cookie alone says who asks. Other headers are for the
 * API; `Authorization` may well be for the proxy in front of us.
 */
export async function authenticatePage(
  request: Request,
  organization: OrganizationName,
  clock: Clock = systemClock,
): Promise<Caller> {
  const session = await readWebSession(request.headers.get("cookie"));
  return callerOfSession(session, organization, requestFacts(request), clock);
}

async function callerOfToken(
  bearer: string,
  named: OrganizationName,
  facts: RequestFacts,
  clock: Clock,
): Promise<Caller> {
  if (!/^[\w.~+/=-]+$/.test(bearer))
    throw new Problem("unauthenticated", "Send the token as `Authorization: Bearer <token>`.");
  const claims = await readAccessToken(bearer, clock);
  if (!claims)
    throw new Problem(
      "token_expired",
      "The access token is invalid or has expired. Get a new one from POST /api/v1/auth/refresh.",
    );
  const { sub: user_id, fam: family_id, sv: session_version, org } = claims;
  const session = { user_id, family_id, session_version, surface: "api" as const };
  if (named || !org) return resolveCaller(session, named, facts, clock);
  return resolveCaller(session, { id: org }, facts, clock).catch(endWithMembership);
}

async function callerOfSession(
  session: WebSession | null,
  named: OrganizationName,
  facts: RequestFacts,
  clock: Clock,
): Promise<Caller> {
  if (!session) return { ...anonymousCaller(facts), clock };
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

/** Null without a bearer token. Credentials of another scheme belong to a proxy in front of the app. */
function bearerToken(request: Request): string | null {
  const [scheme = "", token = "", ...rest] = (request.headers.get("authorization") ?? "").trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer") return null;
  return rest.length === 0 ? token : "";
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

export function requestFacts(request: Request): RequestFacts {
  const { headers } = request;
  return {
    ip: clientAddress(headers),
    is_local: isFromThisMachine(headers),
    user_agent: headers.get("user-agent")?.slice(0, 300) ?? null,
    request_id: crypto.randomUUID(),
    reason: headers.get("x-reason")?.slice(0, 500) ?? null,
  };
}

/** The last entry is the only one that a client cannot invent: the proxy in front of us wrote it, else instrumentation.ts. */
function clientAddress(headers: Headers): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? plainAddress(last) : null;
}
