import { z } from "zod";
import type { Answer } from "./app-line";
import { type Failure, failureOf, faultOf, type Thrown } from "./failure-text";

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
  | { kind: "failed"; failure: Failure; thrown?: Thrown; retry: Retry }
  /** Nobody of ours answered: a deployment under way, a proxy in between. No failure of the function. */
  | { kind: "unanswered"; why: string };

export type Retry = { is_final: boolean; after: string | undefined };

export function outcomeOf(answer: Answer): Outcome {
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
  // A function that this build does not have, or a body that it cannot read, is told apart from what a function threw.
  const { type } = (value ?? {}) as { type?: unknown };
  if (status !== 400 && status !== 500) return { kind: "unanswered", why: `it answered ${status}` };
  if (type === "internal") return { kind: "unanswered", why: failureOf(value).message };
  return { kind: "failed", ...faultOf(value), retry };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
