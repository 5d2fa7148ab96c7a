const here = "http://here.invalid";

/**
 * The address as a browser resolves it, when it is a page of this very site; else null. Every redirect to an address from
 * outside goes through here (open redirect). The result is checked again, since resolving `/.//evil.test` leaves `//evil.test`.
 */
export function ownAddress(text: unknown): string | null {
  if (typeof text !== "string" || !text.startsWith("/") || /[\\\s\p{Cc}]/u.test(text)) return null;
  const url = resolved(text);
  if (url?.origin !== here) return null;
  const address = url.pathname + url.search + url.hash;
  return /^\/[/\\]/.test(address) || resolved(address)?.href !== url.href ? null : address;
}

const resolved = (text: string): URL | null => (URL.canParse(text, here) ? new URL(text, here) : null);
