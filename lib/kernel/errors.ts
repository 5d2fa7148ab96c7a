import type { ErrorCode } from "@/lib/contracts/error-codes";
import { errorCatalogue } from "@/lib/contracts/error-codes";

export type FieldError = { field: string; message: string };

export type ProblemExtras = {
  errors?: FieldError[];
  /** Extension members of the problem document, such as a check-in's decision. */
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** The transaction commits anyway: a denied scan is stored although the response is an error. */
  commits?: boolean;
};

/** An error that is shown to the client. The message says what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ErrorCode,
    message?: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(message ?? errorCatalogue[code][1]);
    this.name = "Problem";
    this.status = errorCatalogue[code][0];
    this.title = errorCatalogue[code][1];
  }
}

export const notFound = () => new Problem("not_found");

export function invalid(field: string, message: string): Problem {
  return new Problem("invalid_input", undefined, { errors: [{ field, message }] });
}

/** Returns a refusal instead of throwing it: for `prepare`, which runs before the stored answer of a repeated request is looked up. */
export async function orProblem<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

type DatabaseError = { code?: string; constraint?: string };

/** The PostgreSQL error in the cause chain (drizzle wraps it), or undefined. */
export function databaseError(error: unknown): DatabaseError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code)) {
      return current as DatabaseError;
    }
  }
  return undefined;
}

/** True for a violation of the named unique constraint. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  const cause = databaseError(error);
  return cause?.code === "23505" && cause.constraint === constraint;
}
