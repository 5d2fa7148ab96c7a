import { readAccessToken } from "./access-token";
import type { ApiRequest } from "./api-message";
import { anonymousCaller, type Caller, type RequestFacts } from "./caller";
import { type Clock, systemClock } from "./clock";
import { Problem } from "./errors";
import { normalizeIp } from "./ip-address";
import { isLocalRequest } from "./local-request";
import { type OrganizationName, resolveCaller } from "./resolve-caller";
import { hasValidCsrfToken, readWebSession, type WebSession } from "./web-session";

export const organizationParameter = "organization";
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Authenticates an API request by bearer token, else by session cookie, else as anonymous. A write with a cookie must come from
 * this origin (CSRF). The organization comes from the X-Organization header (id or slug), for a GET also from ?organization=,
 * or from the token's claim. On a public operation an invalid token means anonymous, so that a client that attaches its token
 * to every request can refresh it.
 */
export async function authenticate(
  request: ApiRequest,
  { is_public = false, clock = systemClock }: { is_public?: boolean; clock?: Clock } = {},
): Promise<Caller> {
  const facts = requestFacts(request);
  const bearer = bearerToken(request);
  if (bearer === null) {
    const session = await readWebSession(request.headers.get("cookie"));
    if (session && !safeMethods.has(request.method) && !hasValidCsrfToken(request, session)) {
      throw new Problem("csrf_failed", "Reload the page and try again. Its session token did not match.");
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
 * Authenticates a page request in the organization of its URL, by the session cookie only. An `Authorization` header may belong
 * to a proxy in front of the app.
 */
export async function authenticatePage(
  request: ApiRequest,
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
  return resolveCaller(session, { id: org }, facts, clock).catch(expireWithMembership);
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
    // The cookie outlived its session.
    if (error instanceof Problem && error.code === "token_expired") return { ...anonymousCaller(facts), clock };
    throw error;
  }
}

/** A5: a token for an organization that its user has left is expired. */
function expireWithMembership(error: unknown): never {
  if (!(error instanceof Problem && error.code === "not_found")) throw error;
  throw new Problem("token_expired", "You no longer belong to the organization of this token. Sign in again.");
}

/** Null without a bearer token. Other authentication schemes belong to a proxy in front of the app. */
function bearerToken(request: ApiRequest): string | null {
  const [scheme = "", token = "", ...rest] = (request.headers.get("authorization") ?? "").trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer") return null;
  return rest.length === 0 ? token : "";
}

/** Images, downloads and event streams cannot send headers, so their URL names the organization. */
function namedOrganization(request: ApiRequest): OrganizationName {
  const value =
    request.headers.get("x-organization") ??
    ((request.method === "GET" || request.method === "HEAD") && request.url.includes(`${organizationParameter}=`)
      ? new URL(request.url).searchParams.get(organizationParameter)
      : null);
  if (!value) return null;
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value) ? { id: value.toLowerCase() } : { slug: value };
}

export function requestFacts(request: ApiRequest): RequestFacts {
  const { headers } = request;
  return {
    ip: clientAddress(headers),
    is_local: isLocalRequest(headers),
    user_agent: headers.get("user-agent")?.slice(0, 300) ?? null,
    request_id: crypto.randomUUID(),
    reason: headers.get("x-reason")?.slice(0, 500) ?? null,
  };
}

/** Only the last entry cannot be forged by the client: the trusted proxy or intercept-requests.ts wrote it. */
function clientAddress(headers: ApiRequest["headers"]): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? normalizeIp(last) : null;
}
