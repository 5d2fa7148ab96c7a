/** Where to go after signing in, when it is a page of this very site; anything else could lure somebody away (open redirect). */
export function nextAddress(text: string | string[] | undefined | null): string | null {
  if (typeof text !== "string" || !text.startsWith("/") || /[\\\s\p{Cc}]/u.test(text)) return null;
  const here = "http://here.invalid";
  const url = URL.canParse(text, here) ? new URL(text, here) : null;
  if (!url || url.origin !== here || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
