import { redactText } from "./redact-text";

type Facts = Record<string, unknown>;

const removed = "[removed]";
const personal =
  /^(password|token|authorization|cookie|secret|api_key|email|phone|to|to_address|first_name|last_name|params|parameters)$/i;
const maxDepth = 5;
const maxMessageLength = 1_000;
const maxStatementLength = 500;

/** Fields of a PostgreSQL error that contain no values. `message`, `detail`, `where` and `hint` may contain rows. */
const databaseErrorFields = [
  "code",
  "severity",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "routine",
] as const;
const errorFields = ["code", "status", "statusCode", "errno", "syscall", "digest"] as const;

/** The value without credentials and personal data, for the log. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > maxDepth) return "…";
  if (isErrorLike(value)) return describeError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, personal.test(name) ? removed : redact(item, depth + 1)]),
  );
}

type ErrorLike = Facts & { message: string; stack?: string };

/** Includes errors of another realm and errors parsed from JSON. */
const isErrorLike = (value: object): value is ErrorLike =>
  value instanceof Error || ("stack" in value && "message" in value && typeof value.message === "string");

/** Type and origin of an error, without values. */
function describeError(error: ErrorLike, depth: number): Facts {
  const type = String(error.name ?? "Error").slice(0, 80);
  const is_database = typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) && "severity" in error;
  const statement = typeof error.query === "string" ? withoutLiterals(error.query) : undefined;
  return {
    type,
    message: is_database ? `PostgreSQL ${error.code}` : statement ? "Failed query" : messageOf(error),
    ...pick(error, is_database ? databaseErrorFields : errorFields),
    ...(statement && { statement }),
    stack: frames(error.stack),
    ...("cause" in error && error.cause ? { cause: redact(error.cause, depth + 1) } : {}),
    ...("errors" in error && Array.isArray(error.errors)
      ? { errors: redact(error.errors.slice(0, 5), depth + 1) }
      : {}),
  };
}

/** JSON.parse quotes the invalid text in its message. */
function messageOf({ name, message }: ErrorLike): string {
  const text = name === "SyntaxError" ? message.replace(/(["'`]).*\1/gs, removed) : message;
  return redactText(text).slice(0, maxMessageLength);
}

const pick = (error: Facts, names: readonly string[]): Facts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = error[name];
      return typeof value === "number" || (typeof value === "string" && value.length < 100) ? [[name, value]] : [];
    }),
  );

const withoutLiterals = (statement: string): string =>
  statement
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/\s+/g, " ")
    .slice(0, maxStatementLength);

/** Only the frames: the first lines repeat the message. */
const frames = (stack: unknown): string[] =>
  typeof stack === "string"
    ? stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 30)
        .map((line) => line.trim())
    : [];
