import { scrub } from "./scrub";

type Facts = Record<string, unknown>;

const removed = "[removed]";
const personal =
  /^(password|token|authorization|cookie|secret|api_key|email|phone|to|to_address|first_name|last_name|params|parameters)$/i;
const deepest = 5;
const longestMessage = 1_000;
const longestStatement = 500;

/** What PostgreSQL says of an error without repeating a value: `message`, `detail`, `where` and `hint` may hold rows. */
const ofDatabase = ["code", "severity", "schema", "table", "column", "dataType", "constraint", "routine"] as const;
const ofOthers = ["code", "status", "statusCode", "errno", "syscall", "digest"] as const;

/** A value as it may stand in a log. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return scrub(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "…";
  if (isErrorLike(value)) return describeError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => loggable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, personal.test(name) ? removed : loggable(item, depth + 1)]),
  );
}

type ErrorLike = Facts & { message: string; stack?: string };

/** Also an error of another realm, or one that was sent as JSON. */
const isErrorLike = (value: object): value is ErrorLike =>
  value instanceof Error || ("stack" in value && "message" in value && typeof value.message === "string");

/** Which error it is and where it came from, without the values that it was about. */
function describeError(error: ErrorLike, depth: number): Facts {
  const type = String(error.name ?? "Error").slice(0, 80);
  const is_database = typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) && "severity" in error;
  const statement = typeof error.query === "string" ? shapeOf(error.query) : undefined;
  return {
    type,
    message: is_database ? `PostgreSQL ${error.code}` : statement ? "Failed query" : messageOf(error),
    ...pick(error, is_database ? ofDatabase : ofOthers),
    ...(statement && { statement }),
    stack: frames(error.stack),
    ...("cause" in error && error.cause ? { cause: loggable(error.cause, depth + 1) } : {}),
    ...("errors" in error && Array.isArray(error.errors)
      ? { errors: loggable(error.errors.slice(0, 5), depth + 1) }
      : {}),
  };
}

/** JSON's parser repeats the text that it could not read. */
function messageOf({ name, message }: ErrorLike): string {
  const text = name === "SyntaxError" ? message.replace(/(["'`]).*\1/gs, removed) : message;
  return scrub(text).slice(0, longestMessage);
}

const pick = (error: Facts, names: readonly string[]): Facts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = error[name];
      return typeof value === "number" || (typeof value === "string" && value.length < 100) ? [[name, value]] : [];
    }),
  );

const shapeOf = (statement: string): string =>
  statement
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/\s+/g, " ")
    .slice(0, longestStatement);

/** The frames alone: the lines before them repeat the message. */
const frames = (stack: unknown): string[] =>
  typeof stack === "string"
    ? stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 30)
        .map((line) => line.trim())
    : [];
