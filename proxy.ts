import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, pageHeaders } from "@/lib/kernel/page-headers";
import { payOriginsOf } from "@/lib/kernel/pay-pages";
import { redirectToHttps, transportHeaders } from "@/lib/kernel/transport";
import { sessionCookieName } from "@/lib/kernel/web-session";

/** Sets response headers and rewrites the one-click unsubscribe POST. Authorization is in the operations, not here. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/health/")) return NextResponse.next();
  const redirect = redirectToHttps(request);
  if (redirect) return redirect;
  if (pathname.startsWith("/api/")) return withHeaders(NextResponse.next(), transportHeaders());
  if (request.method === "POST" && /^\/unsubscribe\/[^/]+$/.test(pathname)) return unsubscribe(request);
  const nonce = randomBytes(16).toString("base64");
  const pay = await payOriginsOf(pathname);
  const policy = contentSecurityPolicy(pathname, nonce, pay);
  const headers = new Headers(request.headers);
  headers.set("x-path", pathname + search);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  const isSignedIn = request.cookies.has(sessionCookieName());
  return withHeaders(NextResponse.next({ request: { headers } }), {
    ...transportHeaders(),
    ...pageHeaders(pathname, pay),
    "content-security-policy": policy,
    ...(isSignedIn ? { "cache-control": "no-store" } : {}),
  });
}

/** One-click unsubscribe (RFC 8058): mail clients POST to the page's URL. The link authorizes the request; a session is ignored. */
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
  // Excluded: the API, which sets its headers in lib/kernel; jobs, whose signed calls use plain http over loopback; and static
  // files. The files are listed one by one, because a path that only looks like a file is answered with a page.
  matcher: [
    "/((?!api/v1/|api/inngest|_next/static/|_next/image|icon\\.svg$|push-worker\\.js$|pass-worker\\.js$|fonts/geist-(?:variable\\.woff2|license\\.txt)$|vendor/[^/]+$).*)",
  ],
};
