import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

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
function statementName(text: string): string | undefined {
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

type Config = { text?: string; name?: string; values?: unknown[] };

/** Makes the client prepare each statement that has parameters and is used repeatedly. Works for node-postgres and for Neon. */
export function nameStatements(client: PoolClient): void {
  const send = client.query.bind(client) as (config: unknown, ...rest: unknown[]) => unknown;
  const named = (config: string | Config, values?: unknown, ...rest: unknown[]): unknown => {
    const { text, name, values: own } = typeof config === "string" ? ({ text: config } as Config) : config;
    const parameters = values ?? own;
    // Without parameters a text may hold several statements, which cannot be prepared.
    const is_nameable = text !== undefined && name === undefined && Array.isArray(parameters) && parameters.length > 0;
    if (!is_nameable) return send(config, values, ...rest);
    return send({ ...(config as Config), text, name: statementName(text) }, values, ...rest);
  };
  client.query = named as typeof client.query;
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
