const maxDepth = 64;
const forbidden = "__proto__";

/**
 * JSON.parse that also rejects duplicate names, `__proto__` and deep nesting. Parsers differ in which of two duplicate values
 * they keep.
 */
export function readStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  rejectUnsafeNames(text);
  return value;
}

/** Expects valid JSON. */
function rejectUnsafeNames(text: string): void {
  /** The names of each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      if (expectsName) addName(open.at(-1), text.slice(at, end + 1));
      at = end;
    } else if (sign === "{" || sign === "[") {
      if (open.push(sign === "{" ? new Set() : null) > maxDepth) throw new SyntaxError("nested too deep");
      expectsName = sign === "{";
    } else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ",") expectsName = open.at(-1) instanceof Set;
    else if (sign === ":") expectsName = false;
  }
}

function addName(names: Set<string> | null | undefined, literal: string): void {
  const name = literal.includes("\\") ? (JSON.parse(literal) as string) : literal.slice(1, -1);
  if (name === forbidden || names?.has(name)) throw new SyntaxError(`refused name ${name}`);
  names?.add(name);
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
