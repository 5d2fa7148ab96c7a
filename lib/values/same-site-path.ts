const placeholderOrigin = "http://here.invalid";

/**
 * The path as a browser resolves it, or null if it leaves this site. Every redirect to a URL from user input must use this (open
 * redirect). The result is checked again, because `/.//evil.test` resolves to `//evil.test`.
 */
export function sameSitePath(text: unknown): string | null {
  if (typeof text !== "string" || !text.startsWith("/") || /[\\\s\p{Cc}]/u.test(text)) return null;
  const url = resolved(text);
  if (url?.origin !== placeholderOrigin) return null;
  const path = url.pathname + url.search + url.hash;
  return /^\/[/\\]/.test(path) || resolved(path)?.href !== url.href ? null : path;
}

const resolved = (text: string): URL | null =>
  URL.canParse(text, placeholderOrigin) ? new URL(text, placeholderOrigin) : null;
