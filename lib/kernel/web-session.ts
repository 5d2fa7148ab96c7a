import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { ApiRequest } from "./api-message";
import { env, isHttps } from "./env";
import { constantTimeEquals, deriveKey, sign } from "./keys";

export const webSessionLifetimeSeconds = 30 * 24 * 60 * 60;

const claimsShape = z.object({ user_id: z.uuid(), session_version: z.int(), family_id: z.uuid() });
export type WebSession = z.infer<typeof claimsShape>;

/** With the __Host- prefix, browsers reject such a cookie from a subdomain or over http. */
export const hostCookieName = (name: string): string => (isHttps() ? `__Host-fitflow.${name}` : `fitflow.${name}`);

export const sessionCookieName = (): string => hostCookieName("session");
export const deviceCookieName = (): string => hostCookieName("device");

const deviceLifetimeSeconds = 400 * 24 * 60 * 60;

export const deviceCookie = (mark: string): string =>
  `${deviceCookieName()}=${mark}; Path=/; Max-Age=${deviceLifetimeSeconds}; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;

export const sessionSecret = (): string => deriveKey("web-session").toString("base64url");

export async function readWebSession(cookieHeader: string | null): Promise<WebSession | null> {
  const token = cookieValue(cookieHeader, sessionCookieName());
  if (!token) return null;
  try {
    const claims = claimsShape.safeParse(await decode({ token, secret: sessionSecret() }));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}

export function writeWebSession(session: WebSession): Promise<string> {
  return encode({ token: session, secret: sessionSecret(), maxAge: webSessionLifetimeSeconds });
}

/** Derived from the session family. Pages carry it in a meta tag and send it with every write. */
export const csrfToken = (session: WebSession): string => sign("csrf", session.family_id);

export function hasValidCsrfToken(request: ApiRequest, session: WebSession): boolean {
  const token = request.headers.get("x-csrf-token");
  return token !== null && constantTimeEquals(token, csrfToken(session)) && isSameOrigin(request);
}

export function isSameOrigin(request: ApiRequest): boolean {
  const origin = request.headers.get("origin");
  if (!origin || origin === "null") return false;
  const fetchSite = request.headers.get("sec-fetch-site");
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(env().PUBLIC_URL).origin || new URL(origin).host === request.headers.get("host");
}

export function cookieValue(header: string | null, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const [key, ...rest] = part.trim().split("=");
    if (key === name) return decoded(rest.join("="));
  }
  return null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
