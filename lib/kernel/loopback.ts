import { normalizeIp } from "./ip-address";

/** True for localhost and loopback addresses. */
export function isLoopback(host: string): boolean {
  const plain = normalizeIp(host.replace(/^\[|\]$/g, "").replace(/\.$/, ""));
  return /^(localhost|127(\.\d{1,3}){3}|::1|(0:){7}1)$/i.test(plain);
}

export const isLoopbackUrl = (url: string): boolean => isLoopback(new URL(url).hostname);
