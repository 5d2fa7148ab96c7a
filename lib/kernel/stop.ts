import { elapsed } from "./clock";
import { log } from "./log";

/**
 * The stages of an orderly stop, in this order, each with its limit in milliseconds. Together they stay below the ten seconds
 * that Docker waits before it kills.
 */
export const stopStages = {
  /** No timer and no schedule starts new work. Steps in flight are finished. */
  jobs: 5_000,
  /** No new connection is accepted, event streams end, requests in flight are answered. */
  requests: 2_000,
  /** What requests have committed leaves the outbox. */
  events: 500,
  /** Steps that are still not finished are left to other processes. */
  handover: 500,
  database: 500,
} as const;

export type StopStage = keyof typeof stopStages;

/** The signal aborts at the limit of the stage: what can be cut off is then cut off. */
type Part = (late: AbortSignal) => unknown;

/** npm and the terminal each send a signal for one Ctrl-C. */
const sameSignalMs = 300;

/** On globalThis, since Next loads a module once per bundle. */
const globals = globalThis as { fitflowStop?: { parts: Map<Part, StopStage>; stopped: Promise<void> | undefined } };

function registry() {
  globals.fitflowStop ??= { parts: new Map(), stopped: undefined };
  return globals.fitflowStop;
}

/** Registers what a part of the server does in a stage of the stop. Answers how to take it back. */
export function onStop(stage: StopStage, part: Part): () => void {
  const { parts } = registry();
  parts.set(part, stage);
  return () => void parts.delete(part);
}

/** The stage waits for work that is under way. */
export function finishOnStop<T>(stage: StopStage, work: Promise<T>): Promise<T> {
  const forget = onStop(stage, () => work);
  return work.finally(forget);
}

export const isStopping = (): boolean => globals.fitflowStop?.stopped !== undefined;

/** Runs the stages once, however often it is called. A part that fails or takes too long holds up no other. */
export function stop(): Promise<void> {
  const all = registry();
  all.stopped ??= runStages();
  return all.stopped;
}

async function runStages(): Promise<void> {
  log().info("the server stops");
  for (const [stage, limit_ms] of Object.entries(stopStages)) {
    const parts = [...registry().parts].flatMap(([part, its_stage]) => (its_stage === stage ? [part] : []));
    if (!(await inTime(parts, limit_ms))) log().info({ stage, limit_ms }, "a stage of the stop reached its limit");
  }
  log().info("the server has stopped");
}

/** False where the limit was reached first. */
async function inTime(parts: Part[], limit_ms: number): Promise<boolean> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limit_ms);
  });
  const work = Promise.all(parts.map((part) => attempt(part, late.signal))).then(() => true);
  const isDone = await Promise.race([work, limit]);
  clearTimeout(timer);
  late.abort();
  return isDone;
}

async function attempt(part: Part, late: AbortSignal): Promise<void> {
  try {
    await part(late);
  } catch (error) {
    log().warn({ err: error }, "a part of the server did not stop as it should");
  }
}

/**
 * SIGTERM and SIGINT start the stop; a second signal ends the process at once. Next's own handlers, which know nothing of jobs
 * and would end the process before them, are replaced.
 */
export function stopOnSignals(): void {
  let first_at: number | undefined;
  const heard = () => {
    if (first_at === undefined) {
      first_at = elapsed();
      void stop().finally(() => process.exit(0));
    } else if (elapsed() - first_at > sameSignalMs) process.exit(1);
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(name).on(name, heard);
}
