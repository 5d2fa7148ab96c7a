import { readTokens, type Token } from "./read-tokens";
import { isTrue, negated, order } from "./values";

export type Scope = { event: unknown; async?: unknown };

type Node = (scope: Scope) => unknown;

/** Parses a subset of CEL: paths, literals, comparisons, && || ! and +. */
export function parseExpression(source: string): Node {
  const tokens = readTokens(source);
  const parser = new Parser(tokens);
  const node = parser.or();
  parser.end();
  return node;
}

const binary: Record<string, (left: unknown, right: unknown) => boolean> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => order(left, right) < 0,
  "<=": (left, right) => order(left, right) <= 0,
  ">": (left, right) => order(left, right) > 0,
  ">=": (left, right) => order(left, right) >= 0,
};

class Parser {
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  or(): Node {
    return this.chain(
      "||",
      () => this.and(),
      (sides) => (scope) => sides.some((side) => isTrue(side(scope))),
    );
  }

  end(): void {
    const left = this.tokens[this.at];
    if (left) throw new Error(`has \`${left.text}\` where nothing more was expected`);
  }

  private and(): Node {
    return this.chain(
      "&&",
      () => this.comparison(),
      (sides) => (scope) => sides.every((side) => isTrue(side(scope))),
    );
  }

  private chain(sign: string, next: () => Node, join: (sides: Node[]) => Node): Node {
    const sides = [next()];
    while (this.take(sign)) sides.push(next());
    const [only] = sides;
    return only && sides.length === 1 ? only : join(sides);
  }

  private comparison(): Node {
    const left = this.sum();
    const sign = this.tokens[this.at]?.text ?? "";
    const compare = this.tokens[this.at]?.kind === "sign" ? binary[sign] : undefined;
    if (!compare) return left;
    this.at += 1;
    const right = this.sum();
    return (scope) => compare(left(scope) ?? null, right(scope) ?? null);
  }

  private sum(): Node {
    return this.chain(
      "+",
      () => this.unary(),
      (sides) => (scope) => added(sides.map((side) => side(scope))),
    );
  }

  private unary(): Node {
    if (this.take("!")) {
      const inner = this.unary();
      return (scope) => !isTrue(inner(scope));
    }
    if (this.take("-")) {
      const inner = this.unary();
      return (scope) => negated(inner(scope));
    }
    return this.primary();
  }

  private primary(): Node {
    const token = this.tokens[this.at++];
    if (!token) throw new Error("ends too early");
    if (token.text === "(") {
      const inner = this.or();
      this.expect(")");
      return inner;
    }
    if (token.kind === "text") return constant(unquoted(token.text));
    if (token.kind === "number") return constant(Number(token.text));
    if (token.kind !== "name") throw new Error(`has \`${token.text}\` where a value was expected`);
    if (token.text === "true" || token.text === "false") return constant(token.text === "true");
    if (token.text === "null") return constant(null);
    return this.path(token.text);
  }

  private path(root: string): Node {
    if (root !== "event" && root !== "async") throw new Error(`names \`${root}\`; only event and async are known`);
    const keys: string[] = [];
    for (;;) {
      if (this.take(".")) keys.push(this.word("name"));
      else if (this.take("[")) {
        keys.push(this.word("text"));
        this.expect("]");
      } else break;
    }
    if (this.tokens[this.at]?.text === "(")
      throw new Error("calls a function; only paths, literals and operators are known");
    return (scope) => keys.reduce<unknown>((value, key) => own(value, key), scope[root]);
  }

  private word(kind: "name" | "text"): string {
    const token = this.tokens[this.at++];
    if (token?.kind !== kind) throw new Error(`has \`${token?.text ?? "nothing"}\` where a name was expected`);
    return kind === "text" ? unquoted(token.text) : token.text;
  }

  private take(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new Error(`lacks \`${text}\``);
  }
}

const constant =
  (value: unknown): Node =>
  () =>
    value;
const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, "$1");
const own = (value: unknown, key: string) =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const added = (values: unknown[]) =>
  values.every((value) => typeof value === "number")
    ? values.reduce((sum, value) => sum + value, 0)
    : values.map((value) => keyText(value)).join("");

/** The text of a key's value. A missing value becomes "null". */
export function keyText(value: unknown): string {
  if (value === undefined || value === null) return "null";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
