import { z } from "zod";
import type { SdkResponse } from "./app-client";
import { type Failure, failureOf, failureRecordOf, type ThrownError } from "./failure-text";

const op = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
});

export type Op = z.output<typeof op>;

export type Outcome =
  | { kind: "done"; output: unknown }
  | { kind: "ops"; ops: Op[]; discovers_each: boolean; retry: Retry }
  | { kind: "failed"; failure: Failure; thrown?: ThrownError; retry: Retry }
  /** The SDK did not respond, for example during a deployment or behind a proxy. Not a failure of the function. */
  | { kind: "unanswered"; why: string };

export type Retry = { is_final: boolean; after: string | undefined };

export function outcomeOf(answer: SdkResponse): Outcome {
  const { status, headers, body } = answer;
  if (headers["x-inngest-sdk"] === undefined)
    return { kind: "unanswered", why: `it answered ${status} without the SDK` };
  const retry = { is_final: headers["x-inngest-no-retry"] === "true", after: headers["retry-after"] };
  const value = readJson(body);
  if (status === 200) return { kind: "done", output: value };
  if (status === 206) {
    const ops = z.array(op).safeParse(Array.isArray(value) ? value : [value]);
    if (!ops.success) return { kind: "unanswered", why: "its steps could not be read" };
    return { kind: "ops", ops: ops.data, discovers_each: headers["x-inngest-req-version"] === "1", retry };
  }
  // An unknown function or an unreadable body is not an error thrown by the function.
  const { type } = (value ?? {}) as { type?: unknown };
  if (status !== 400 && status !== 500) return { kind: "unanswered", why: `it answered ${status}` };
  if (type === "internal") return { kind: "unanswered", why: failureOf(value).message };
  return { kind: "failed", ...failureRecordOf(value), retry };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
