import { sameSitePath } from "@/lib/values/same-site-path";
import type { ApiRequest } from "./api-message";
import { env, isHttps } from "./env";

/** HSTS: browsers use https only, for two years. */
export const transportHeaders = (): Record<string, string> =>
  isHttps() ? { "strict-transport-security": "max-age=63072000" } : {};

/** Redirects http requests if PUBLIC_URL is https. The proxy reports the scheme. */
export function redirectToHttps(request: ApiRequest): Response | null {
  if (!isHttps() || request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim() !== "http") return null;
  const { pathname, search } = new URL(request.url);
  const location = new URL(sameSitePath(pathname + search) ?? "/", env().PUBLIC_URL).href;
  return new Response(null, { status: 308, headers: { location } });
}
