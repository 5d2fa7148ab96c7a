/** What no log and no stored error message may contain: credentials, e-mail addresses, phone numbers and statement parameters. */
const patterns: readonly [RegExp, string][] = [
  [/\bparams: [\s\S]*/g, "params: [removed]"],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, "[removed]"],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s@/]+@/gi, "[removed]"],
  [/(\bhttps?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, "$1?[removed]"],
  [/\b[\w-]*(key|token|secret|password|signature)["']?\s*[:=]\s*["']?[^\s"',}]+/gi, "[removed]"],
  [/\beyJ[\w-]{8,}(\.[\w-]+)*|\b(sk|pk|rk|re|whsec)_[\w-]{6,}|\bSG\.[\w.-]{8,}/g, "[removed]"],
  [/[^\s@<>"'(),;:]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+/gu, "[removed]"],
  [/(?<![\w.])(?:\+|0)\d(?:[ ()./-]{0,2}\d){6,}/g, "[removed]"],
  [/\b(?=[\w-]*[\dA-Z])[A-Za-z0-9_-]{28,}\b/g, "[removed]"],
];
const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/** Keeps UUIDs, because they are needed for searches. */
export function redactText(text: string): string {
  const ids = text.match(uuid) ?? [];
  const marked = text.replaceAll("\u0000", "").replace(uuid, "\u0000");
  const clean = patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), marked);
  let at = 0;
  return clean.replaceAll("\u0000", () => ids[at++] ?? "");
}
