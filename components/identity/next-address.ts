import { sameSitePath } from "@/lib/values/same-site-path";

/** Where to go after signing in: a page of this site, and neither the API nor the sign-in itself. */
export function nextAddress(text: string | string[] | undefined | null): string | null {
  const address = sameSitePath(text);
  return address && !/^\/(api|sign-in)([/?#]|$)/.test(address) ? address : null;
}

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
