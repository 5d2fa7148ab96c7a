import type { z } from "zod";
import type { Permission } from "@/lib/values/permissions";
import type { ErrorCode } from "./error-codes";

/** "public" needs no session, "signed_in" any, "organization" any role in the organization at hand. */
type Access = Permission | "public" | "signed_in" | "organization";

/**
 * What an operation touches, and with it what a caller may do who is bound to some locations (A3, A12).
 * - `location`: what belongs to another location answers 404, and is left out of lists and totals.
 * - `organization`: applies to every location. A bound caller gets 403.
 * - `shared`: reads a definition that all locations work by, such as a segment or a template. GET only.
 * - `own`: the caller's own session, account, notices or member record.
 */
const contractScopes = ["location", "organization", "shared", "own"] as const;
type ContractScope = (typeof contractScopes)[number];

export type Contract<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** resource.verb; the OpenAPI operationId and the audit action. */
  id: `${string}.${string}`;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: `/api/${string}`;
  access: Access;
  scope: ContractScope;
  tag: string;
  /** Path, query and body merged into one flat object; strict. */
  input: I;
  /** Strips what it does not list. z.null() answers 204. */
  output: O;
  status?: 200 | 201 | 202;
  errors: readonly ErrorCode[];
  /** A question too long for an address, such as a preview: leaves no trace. */
  writes_nothing?: true;
  /** Works through many rows in one request: its statements get the time of a job's. */
  takes_long?: true;
  /** Carries credentials: its answer is not kept for Idempotency-Key. */
  is_confidential?: true;
  /** Signs out: a browser forgets what it kept for the session. */
  ends_session?: true;
  /** A raw body instead of JSON, such as a photo or a CSV file. */
  upload?: { content_types: readonly string[]; max_bytes: number };
  /** A raw answer instead of JSON, or a stream of server-sent events. */
  download?: { content_types: readonly string[] };
};

/** What an operation has to know; a contract adds the address. JOB is the system's own work, which has none. */
export type Terms<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Pick<
  Contract<I, O>,
  "id" | "scope" | "input" | "output" | "status" | "is_confidential" | "writes_nothing" | "takes_long"
> & { method: Contract["method"] | "JOB"; access: Access | "system" };

/** Work that the clock or an event starts: an operation like any other, which nobody but the system may ask for. */
export function job<I extends z.ZodObject, O extends z.ZodType>(
  definition: Pick<Contract<I, O>, "id" | "input" | "output">,
): Terms<I, O> {
  return { ...definition, method: "JOB", access: "system", scope: "organization" };
}

/**
 * A POST that changes something takes an Idempotency-Key: its answer is kept, so that a repeat changes nothing twice (R13).
 * Credentials are not kept, and what leaves no trace needs no key.
 */
export const takesIdempotencyKey = ({ method, is_confidential, writes_nothing }: TermsOfKey): boolean =>
  method === "POST" && !is_confidential && !writes_nothing;

type TermsOfKey = Pick<Terms, "method" | "is_confidential" | "writes_nothing">;

export function contract<I extends z.ZodObject, O extends z.ZodType>(definition: Contract<I, O>): Contract<I, O> {
  return definition;
}

export type Input<C extends Pick<Contract, "input">> = z.input<C["input"]>;
export type Output<C extends Pick<Contract, "output">> = z.output<C["output"]>;

export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] as string);
}
