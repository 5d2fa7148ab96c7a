import { plainAddress } from "./network-of";

/** A host or address that only this very machine answers to. */
export function isLoopback(host: string): boolean {
  const plain = plainAddress(host.replace(/^\[|\]$/g, "").replace(/\.$/, ""));
  return /^(localhost|127(\.\d{1,3}){3}|::1|(0:){7}1)$/i.test(plain);
}

export const isLoopbackUrl = (url: string): boolean => isLoopback(new URL(url).hostname);
