import { env, isHttps } from "./env";

/** Kept by browsers for two years: from the first visit on they never ask over http again. */
export const transportHeaders = (): Record<string, string> =>
  isHttps() ? { "strict-transport-security": "max-age=63072000" } : {};

/** Where the public address is https, whoever came over http is sent there. The proxy in front says how they came. */
export function toHttps(request: Request): Response | null {
  if (!isHttps() || request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim() !== "http") return null;
  const { pathname, search } = new URL(request.url);
  // Set, not resolved: a path that begins with // would name another host.
  const address = Object.assign(new URL(env().PUBLIC_URL), { pathname, search });
  return new Response(null, { status: 308, headers: { location: address.href } });
}
