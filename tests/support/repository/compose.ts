import { readFileSync } from "node:fs";
import { parse } from "yaml";

type Compose = {
  services: Record<string, { environment: Record<string, string>; ports?: string[] }>;
};

type Env = Record<string, string>;

/** docker-compose.yml as `docker compose config` resolves it with these variables. */
export function composeWith(env: Env): Compose {
  return resolveValue(parse(readFileSync("docker-compose.yml", "utf8")), env) as Compose;
}

function resolveValue(value: unknown, env: Env): unknown {
  if (typeof value === "string") return interpolate(value, env);
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, env));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveValue(item, env)]));
}

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, where a default may hold further variables; `$$` is a dollar. */
export function interpolate(text: string, env: Env): string {
  let result = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const [dollars] = /^\$\$/.exec(rest) ?? [];
    const [plain, plainName = ""] = /^\$([A-Za-z_]\w*)/.exec(rest) ?? [];
    if (dollars) {
      result += "$";
      at += 2;
    } else if (plain) {
      result += env[plainName] ?? "";
      at += plain.length;
    } else if (rest.startsWith("${")) {
      const end = closingBrace(text, at + 1);
      result += braced(text.slice(at + 2, end), env);
      at = end + 1;
    } else {
      result += text[at];
      at += 1;
    }
  }
  return result;
}

function braced(text: string, env: Env): string {
  const [, name = "", operator, word = ""] = /^(\w+)(:-|:\?)?([\s\S]*)$/.exec(text) ?? [];
  const value = env[name] ?? "";
  if (value || !operator) return value;
  if (operator === ":?") throw new Error(`required variable ${name} is missing a value: ${word}`);
  return interpolate(word, env);
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A brace is not closed in ${text}`);
}
