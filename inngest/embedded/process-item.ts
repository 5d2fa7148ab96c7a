import type { Temporal } from "temporal-polyfill";
import { log } from "@/lib/kernel/log";
import type { AppClient } from "./app-client";
import { nextAttemptAt } from "./back-off";
import { callBody } from "./call-body";
import { evaluationFailure, tryEvaluate } from "./expression";
import { type Failure, type FailureRecord, failureRecordOf } from "./failure-text";
import { isTriggered, type JobFunction } from "./registration";
import { type Op, outcomeOf, type Retry } from "./sdk-response";
import type { Item, Run } from "./store";
import * as store from "./store";
import { wakeExecutor } from "./wake";

export type WorkContext = {
  app: AppClient;
  functions: ReadonlyMap<string, JobFunction>;
  now: () => Temporal.Instant;
  /** False during shutdown: leases are released before the next call. */
  isRunning: () => boolean;
};

const unansweredDelayMs = 5_000;

/** Processes one leased item until it blocks or ends: call, store the result, call again. */
export async function processItem(context: WorkContext, claimed: Item): Promise<void> {
  let item: Item = claimed;
  for (;;) {
    if (!context.isRunning()) return store.releaseLease(item);
    const run = await store.loadRun(item.run_id);
    if (!run) return;
    if (item.takeovers >= store.maxTakeovers) return failRun(context, item, run, { failure: tooManyTakeovers(item) });
    const step = run.steps.find(({ id }) => id === item.step_id);
    if (step?.state === "waiting") return store.wakeStep(item, step, context.now().toString());
    const mustContinue = await callUntilBlocked(context, item, run);
    if (!mustContinue) return;
    item = { ...item, attempt: 0 };
  }
}

const tooManyTakeovers = ({ takeovers }: Item): Failure => ({
  name: "Error",
  message: `The server ended ${takeovers} times while it ran`,
});

/** True if other steps were completed meanwhile, so that the run must be reloaded. */
async function callUntilBlocked(context: WorkContext, first: Item, run: Run): Promise<boolean> {
  let item = first;
  for (;;) {
    const { function_id, step_id } = item;
    const outcome = await context.app
      .call({ function_id, step_id, body: callBody(item, run) })
      .then(outcomeOf, unanswered);
    const now = context.now().toString();
    if (outcome.kind === "unanswered" && !context.isRunning()) {
      await store.releaseLease(item);
      return false;
    }
    if (outcome.kind === "unanswered") {
      log().warn({ run_id: run.id, function_id, why: outcome.why }, "the application did not respond to a job call");
      await store.postpone(item, context.now().add({ milliseconds: unansweredDelayMs }).toString());
      return false;
    }
    if (outcome.kind === "done") {
      await store.completeRun(item, run, outcome.output, now);
      return false;
    }
    if (outcome.kind === "failed") {
      await failedAttempt(context, item, run, { op: null, ...outcome });
      return false;
    }
    const [op, ...others] = outcome.ops;
    const ran = op && others.length === 0 ? resultOf(op) : null;
    if (!op || !ran) {
      const [failure] = outcome.ops.flatMap((one) => opFailure(one) ?? []);
      if (failure) await failRun(context, item, run, { failure: failure });
      return failure ? false : store.applyOps(item, run, { ...outcome, functions: context.functions, now });
    }
    if (ran === "again") {
      await failedAttempt(context, item, run, { op, ...failureRecordOf(op.error), retry: outcome.retry });
      return false;
    }
    if (item.step_id !== null) {
      await store.savePlannedStep({ ...item, step_id: item.step_id }, ran, now);
      return false;
    }
    if (!(await store.saveStep(item, run, op, ran, now))) return false;
    item = { ...item, attempt: 0 };
    if (!context.isRunning()) {
      await store.releaseLease(item);
      return false;
    }
    const { id } = op;
    const done: store.Step =
      "failure" in ran
        ? { id, kind: "run", state: "failed", data: null, failure: ran.failure, thrown: ran.thrown ?? null }
        : { id, kind: "run", state: "completed", data: ran.data ?? null, failure: null, thrown: null };
    run.steps = [...run.steps.filter((one) => one.id !== id), done];
  }
}

const unanswered = (error: Error) => ({ kind: "unanswered" as const, why: error.message });

function resultOf(op: Op): { data: unknown } | FailureRecord | "again" | null {
  if (op.op === "StepRun") return { data: op.data };
  if (op.op === "StepFailed") return failureRecordOf(op.error);
  return op.op === "StepError" ? "again" : null;
}

/** Why a run cannot continue with this op, or null. */
function opFailure(op: Op): Failure | null {
  if (!store.isWaitingOp(op)) return notSupported(op);
  return op.op === "WaitForEvent" && typeof op.opts?.if === "string" ? evaluationFailure(op.opts.if) : null;
}

const notSupported = ({ op, displayName }: Op): Failure => ({
  name: "NonRetriableError",
  message: `The step ${displayName ?? ""} is a ${op}, which the embedded executor does not support`,
});

type AttemptFailure = FailureRecord & { op: Op | null; retry: Retry };

async function failedAttempt(
  context: WorkContext,
  item: Item,
  run: Run,
  { op, retry, ...fault }: AttemptFailure,
): Promise<void> {
  const isLast = retry.is_final || item.attempt + 1 >= run.max_attempts;
  if (isLast) return failRun(context, item, run, fault);
  const now = context.now();
  const at = nextAttemptAt(item.attempt, retry.after, now, item.id);
  await store.scheduleRetry(item, run, op, { at, now: now.toString(), failure: fault.failure });
}

/** Starts the failure handlers of the run. A failed failure handler starts none. */
async function failRun(context: WorkContext, item: Item, run: Run, fault: FailureRecord): Promise<void> {
  const { failure } = fault;
  const { id, function_id, organization_id, event } = run;
  log().error({ run_id: id, function_id, organization_id, failure }, "a job failed");
  const data = { function_id, run_id: id, error: { ...failure, stack: "" }, event, events: [event] };
  const hasHandler =
    !event.name.startsWith("inngest/function.failed") &&
    [...context.functions.values()].some((fn) => handlesFailure(fn, { name: "inngest/function.failed", data }));
  const failed_event = hasHandler ? { id: `failed:${id}`, organization_id, data } : null;
  await store.failRun(item, fault, failed_event, context.now().toString());
  if (failed_event) wakeExecutor("events");
}

/** Also true if the condition cannot be evaluated, so that the problem becomes visible as a failed run. */
function handlesFailure(fn: JobFunction, event: { name: string; data: unknown }): boolean {
  const matched = tryEvaluate(() => isTriggered(fn, event));
  return "failure" in matched || matched.value;
}
