import { ownAddress } from "@/lib/values/own-address";

/** The path to open after sign-in: a page of this site, but neither the API nor the sign-in page. */
export function nextAddress(text: string | string[] | undefined | null): string | null {
  const address = ownAddress(text);
  return address && !/^\/(api|sign-in)([/?#]|$)/.test(address) ? address : null;
}

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
