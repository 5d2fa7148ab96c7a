import { createHash } from "node:crypto";

/** Texts that are remembered. More than the texts of all hot requests; a rarer text is sent unnamed. */
const maxTexts = 1_000;
/** A longer text has a placeholder per value, so its next use will differ. */
const maxLength = 20_000;

/** The name of a remembered text, or null after its first use. */
const names = new Map<string, string | null>();

/**
 * The name under which the text is prepared, from its second use on in this process: a text that is used once would occupy memory of
 * the server for nothing. PostgreSQL parses and plans an unnamed statement at every execution, which costs up to ten times as much
 * as the execution.
 */
export function statementName(text: string): string | undefined {
  if (text.length > maxLength) return undefined;
  const known = names.get(text);
  if (known) return known;
  const name = known === undefined ? null : createHash("sha256").update(text).digest("base64url");
  if (known === undefined && names.size >= maxTexts) forgetOldest();
  names.set(text, name);
  return name ?? undefined;
}

function forgetOldest(): void {
  const oldest = names.keys().next().value;
  if (oldest !== undefined) names.delete(oldest);
}

/**
 * True if a prepared statement no longer fits: a migration changed its columns, or a pooler gave the transaction a connection that
 * did not prepare it. The next connection prepares it again.
 */
export function isStaleStatement(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current ? current.code : undefined;
    if (code === "26000" || code === "42P05") return true;
    if (code === "0A000" && current.message.startsWith("cached plan")) return true;
  }
  return false;
}
