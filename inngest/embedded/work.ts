import type { Temporal } from "temporal-polyfill";
import { log } from "@/lib/kernel/log";
import { type Op, outcomeOf, type Retry } from "./answer";
import type { AppLine } from "./app-line";
import { nextAttemptAt } from "./back-off";
import { callBody } from "./call-body";
import { attempt, refusalOf } from "./expression";
import { type Failure, type Fault, faultOf } from "./failure-text";
import { isTriggered, type JobFunction } from "./registration";
import type { Item, Run } from "./store";
import * as store from "./store";
import { wakeExecutor } from "./wake";

export type Desk = {
  line: AppLine;
  functions: ReadonlyMap<string, JobFunction>;
  now: () => Temporal.Instant;
  /** False once the process stops: what it holds is let go of before the next call. */
  isOpen: () => boolean;
};

const patienceWithSilenceMs = 5_000;

/** Carries one claimed piece of work as far as its lease reaches: call, write down what came of it, call again. */
export async function workOn(desk: Desk, claimed: Item): Promise<void> {
  let item: Item = claimed;
  for (;;) {
    if (!desk.isOpen()) return store.letGo(item);
    const run = await store.loadRun(item.run_id);
    if (!run) return;
    if (item.takeovers >= store.mostTakeovers) return fail(desk, item, run, { failure: endedOver(item) });
    const step = run.steps.find(({ id }) => id === item.step_id);
    if (step?.state === "waiting") return store.wakeStep(item, step, desk.now().toString());
    const isAskedAgain = await callUntilItWaits(desk, item, run);
    if (!isAskedAgain) return;
    item = { ...item, attempt: 0 };
  }
}

const endedOver = ({ takeovers }: Item): Failure => ({
  name: "Error",
  message: `The server ended ${takeovers} times while it ran`,
});

/** True where other steps have been completed meanwhile, so that the run has to be read anew. */
async function callUntilItWaits(desk: Desk, first: Item, run: Run): Promise<boolean> {
  let item = first;
  for (;;) {
    const { function_id, step_id } = item;
    const outcome = await desk.line.call({ function_id, step_id, body: callBody(item, run) }).then(outcomeOf, silence);
    const now = desk.now().toString();
    if (outcome.kind === "unanswered" && !desk.isOpen()) {
      await store.letGo(item);
      return false;
    }
    if (outcome.kind === "unanswered") {
      log().warn({ run_id: run.id, function_id, why: outcome.why }, "a job's call was not answered");
      await store.waitForAnswer(item, desk.now().add({ milliseconds: patienceWithSilenceMs }).toString());
      return false;
    }
    if (outcome.kind === "done") {
      await store.completeRun(item, run, outcome.output, now);
      return false;
    }
    if (outcome.kind === "failed") {
      await failedAttempt(desk, item, run, { op: null, ...outcome });
      return false;
    }
    const [op, ...others] = outcome.ops;
    const ran = op && others.length === 0 ? resultOf(op) : null;
    if (!op || !ran) {
      const [refused] = outcome.ops.flatMap((one) => refusalOfOp(one) ?? []);
      if (refused) await fail(desk, item, run, { failure: refused });
      return refused ? false : store.applyOps(item, run, { ...outcome, functions: desk.functions, now });
    }
    if (ran === "again") {
      await failedAttempt(desk, item, run, { op, ...faultOf(op.error), retry: outcome.retry });
      return false;
    }
    if (item.step_id !== null) {
      await store.savePlannedStep({ ...item, step_id: item.step_id }, ran, now);
      return false;
    }
    if (!(await store.saveStep(item, run, op, ran, now))) return false;
    item = { ...item, attempt: 0 };
    if (!desk.isOpen()) {
      await store.letGo(item);
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

const silence = (error: Error) => ({ kind: "unanswered" as const, why: error.message });

function resultOf(op: Op): { data: unknown } | Fault | "again" | null {
  if (op.op === "StepRun") return { data: op.data };
  if (op.op === "StepFailed") return faultOf(op.error);
  return op.op === "StepError" ? "again" : null;
}

/** Why a run cannot go on with what its function asks for. */
function refusalOfOp(op: Op): Failure | null {
  if (!store.isWaitingOp(op)) return notSupported(op);
  return op.op === "WaitForEvent" && typeof op.opts?.if === "string" ? refusalOf(op.opts.if) : null;
}

const notSupported = ({ op, displayName }: Op): Failure => ({
  name: "NonRetriableError",
  message: `The step ${displayName ?? ""} is a ${op}, which the embedded executor does not support`,
});

type Attempt = Fault & { op: Op | null; retry: Retry };

async function failedAttempt(desk: Desk, item: Item, run: Run, { op, retry, ...fault }: Attempt): Promise<void> {
  const isLast = retry.is_final || item.attempt + 1 >= run.max_attempts;
  if (isLast) return fail(desk, item, run, fault);
  const now = desk.now();
  const at = nextAttemptAt(item.attempt, retry.after, now, item.id);
  await store.retryLater(item, run, op, { at, now: now.toString(), failure: fault.failure });
}

/** Whoever listens for the end of failed runs is started; their own failure starts nobody. */
async function fail(desk: Desk, item: Item, run: Run, fault: Fault): Promise<void> {
  const { failure } = fault;
  const { id, function_id, organization_id, event } = run;
  log().error({ run_id: id, function_id, organization_id, failure }, "a job failed");
  const data = { function_id, run_id: id, error: { ...failure, stack: "" }, event, events: [event] };
  const isHeard =
    !event.name.startsWith("inngest/function.failed") &&
    [...desk.functions.values()].some((fn) => isHeardBy(fn, { name: "inngest/function.failed", data }));
  const told = isHeard ? { id: `failed:${id}`, organization_id, data } : null;
  await store.failRun(item, fault, told, desk.now().toString());
  if (told) wakeExecutor("events");
}

/** Where its condition cannot be evaluated, a run of the function says so. */
function isHeardBy(fn: JobFunction, event: { name: string; data: unknown }): boolean {
  const asked = attempt(() => isTriggered(fn, event));
  return "refusal" in asked || asked.value;
}
