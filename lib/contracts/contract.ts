import type { z } from "zod";
import type { Permission } from "@/lib/values/permissions";
import type { ErrorCode } from "./error-codes";

/** "public" needs no session, "signed_in" any, "organization" any role in the organization at hand. */
export type Access = Permission | "public" | "signed_in" | "organization";

export type Contract<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** resource.verb; the OpenAPI operationId and the audit action. */
  id: `${string}.${string}`;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: `/api/${string}`;
  access: Access;
  tag: string;
  summary: string;
  description?: string;
  /** Path, query and body merged into one flat object; strict. */
  input: I;
  /** Strips what it does not list. z.null() answers 204. */
  output: O;
  status?: 200 | 201 | 202;
  errors: readonly ErrorCode[];
  /** A question too long for an address, such as a preview: leaves no trace. */
  writes_nothing?: true;
  /** Carries credentials: its answer is not kept for Idempotency-Key. */
  is_confidential?: true;
  /** Signs out: a browser forgets what it kept for the session. */
  ends_session?: true;
  example: { input: z.input<I>; output: z.output<O> };
  /** A raw body instead of JSON, such as a photo or a CSV file. */
  upload?: { content_types: readonly string[]; max_bytes: number };
  /** A raw answer instead of JSON, or a stream of server-sent events. */
  download?: { content_types: readonly string[] };
};

/** What an operation has to know; a contract adds the address. JOB is the system's own work, which has none. */
export type Terms<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Pick<
  Contract<I, O>,
  "id" | "input" | "output" | "status" | "is_confidential" | "writes_nothing"
> & { method: Contract["method"] | "JOB"; access: Access | "system" };

/** Work that the clock or an event starts: an operation like any other, which nobody but the system may ask for. */
export function job<I extends z.ZodObject, O extends z.ZodType>(
  definition: Pick<Contract<I, O>, "id" | "input" | "output">,
): Terms<I, O> {
  return { ...definition, method: "JOB", access: "system" };
}

export function contract<I extends z.ZodObject, O extends z.ZodType>(definition: Contract<I, O>): Contract<I, O> {
  return definition;
}

export type Input<C extends Pick<Contract, "input">> = z.input<C["input"]>;
export type Output<C extends Pick<Contract, "output">> = z.output<C["output"]>;

export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] as string);
}
