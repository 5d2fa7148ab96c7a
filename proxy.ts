import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, pageHeaders } from "@/lib/kernel/page-headers";
import { toHttps, transportHeaders } from "@/lib/kernel/transport";
import { sessionCookieName } from "@/lib/kernel/web-session";

/** Headers, and the one address that is two. Who may see what is decided where the data is read. */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/health/")) return NextResponse.next();
  const moved = toHttps(request);
  if (moved) return moved;
  if (pathname.startsWith("/api/")) return withHeaders(NextResponse.next(), transportHeaders());
  if (request.method === "POST" && /^\/unsubscribe\/[^/]+$/.test(pathname)) return unsubscribe(request);
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(pathname, nonce);
  const headers = new Headers(request.headers);
  headers.set("x-path", pathname + search);
  headers.set("x-nonce", nonce);
  // From this Next takes the nonce for its own scripts.
  headers.set("content-security-policy", policy);
  const isSignedIn = request.cookies.has(sessionCookieName());
  return withHeaders(NextResponse.next({ request: { headers } }), {
    ...transportHeaders(),
    ...pageHeaders(pathname),
    "content-security-policy": policy,
    ...(isSignedIn ? { "cache-control": "no-store" } : {}),
  });
}

/** A mail program's button posts to where its reader would be led. The link is the proof: a session beside it counts for nothing. */
function unsubscribe(request: NextRequest): Response {
  const headers = new Headers(request.headers);
  for (const name of ["cookie", "authorization"]) headers.delete(name);
  return NextResponse.rewrite(new URL(`/api/v1${request.nextUrl.pathname}`, request.url), { request: { headers } });
}

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  // The API sets its own headers in lib/kernel, and is spared this detour; files need none and are named one by one, since an
  // address that only looks like a file is answered with a page. Jobs are called over plain loopback, also where everybody else
  // is sent to https, and every call is signed.
  matcher: [
    "/((?!api/v1/|api/inngest|_next/static/|_next/image|icon\\.svg$|push-worker\\.js$|fonts/geist-(?:variable\\.woff2|license\\.txt)$|vendor/[^/]+$).*)",
  ],
};
