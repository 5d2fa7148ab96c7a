import type { z } from "zod";
import type { Permission } from "@/lib/values/permissions";
import type { ErrorCode } from "./error-codes";

/** "public" needs no session, "signed_in" any session, "organization" any role in the current organization. */
type Access = Permission | "public" | "signed_in" | "organization";

/**
 * What an operation affects. It determines the access of a caller who is bound to locations (A3, A12).
 * - `location`: records of another location return 404 and are excluded from lists and totals.
 * - `organization`: applies to every location. A bound caller gets 403.
 * - `shared`: reads a definition that all locations use, such as a segment or a template. GET only.
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
  /** Unlisted fields are stripped. z.null() responds with 204. */
  output: O;
  status?: 200 | 201 | 202;
  errors: readonly ErrorCode[];
  /** A query that is too long for a URL, such as a preview. Writes nothing. */
  writes_nothing?: true;
  /** Processes many rows in one request, with the statement timeout of jobs. */
  takes_long?: true;
  /** Contains credentials, so the response is not stored for Idempotency-Key. */
  is_confidential?: true;
  /** Signs out: the browser clears the session's data. */
  ends_session?: true;
  /** A raw body instead of JSON, such as a photo or a CSV file. */
  upload?: { content_types: readonly string[]; max_bytes: number };
  /** A raw response instead of JSON, or a stream of server-sent events. */
  download?: { content_types: readonly string[] };
};

/** The part of a contract that operation() needs; a contract adds method and path. JOB is internal work without a path. */
export type ContractBase<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Pick<
  Contract<I, O>,
  "id" | "scope" | "input" | "output" | "status" | "is_confidential" | "writes_nothing" | "takes_long"
> & { method: Contract["method"] | "JOB"; access: Access | "system" };

/** Internal work that a schedule or event starts. Only the system may call it. */
export function job<I extends z.ZodObject, O extends z.ZodType>(
  definition: Pick<Contract<I, O>, "id" | "input" | "output">,
): ContractBase<I, O> {
  return { ...definition, method: "JOB", access: "system", scope: "organization" };
}

/**
 * A POST that writes accepts an Idempotency-Key: its response is stored, so that a repetition changes nothing (R13). Credentials
 * are not stored, and a request that writes nothing needs no key.
 */
export const takesIdempotencyKey = ({
  method,
  is_confidential,
  writes_nothing,
}: Pick<ContractBase, "method" | "is_confidential" | "writes_nothing">): boolean =>
  method === "POST" && !is_confidential && !writes_nothing;

/** Keeps the literal types of the definition: the endpoints of the browser are checked against them. */
export function contract<const C extends Contract>(definition: C): C {
  return definition;
}

export type Input<C extends Pick<Contract, "input">> = z.input<C["input"]>;
export type Output<C extends Pick<Contract, "output">> = z.output<C["output"]>;

export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] as string);
}
