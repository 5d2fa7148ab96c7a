import { sameSitePath } from "@/lib/values/same-site-path";

/** The path to open after sign-in: a page of this site, but neither the API nor the sign-in page. */
export function nextAddress(text: string | string[] | undefined | null): string | null {
  const address = sameSitePath(text);
  return address && !/^\/(api|sign-in)([/?#]|$)/.test(address) ? address : null;
}

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
