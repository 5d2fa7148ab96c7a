export type Token = { kind: "text" | "number" | "name" | "sign"; text: string };

const shapes: [Token["kind"] | "space", RegExp][] = [
  ["space", /^\s+/],
  ["text", /^"(?:[^"\\]|\\.)*"|^'(?:[^'\\]|\\.)*'/],
  ["number", /^\d+(?:\.\d+)?/],
  ["name", /^[A-Za-z_]\w*/],
  ["sign", /^(?:&&|\|\||==|!=|<=|>=|[<>!()[\].+-])/],
];

export function readTokens(source: string): Token[] {
  const tokens: Token[] = [];
  for (let rest = source; rest.length > 0; ) {
    const found = shapes.flatMap(([kind, shape]) => {
      const [text] = shape.exec(rest) ?? [];
      return text ? [{ kind, text }] : [];
    })[0];
    if (!found) throw new Error(`cannot be read from \`${rest.slice(0, 20)}\` on`);
    if (found.kind !== "space") tokens.push({ kind: found.kind, text: found.text });
    rest = rest.slice(found.text.length);
  }
  return tokens;
}
