import { elapsed } from "./clock";
import { log } from "./log";
import { processState } from "./process-state";

/**
 * The stages of a graceful shutdown in order, each with its timeout in milliseconds. The sum stays below the ten seconds after
 * which Docker sends SIGKILL.
 */
export const shutdownStages = {
  /** Timers and schedules start no new work. Steps in flight finish. */
  jobs: 5_000,
  /** No new connections. Event streams end, requests in flight finish. */
  requests: 2_000,
  /** Committed events are sent from the outbox. */
  events: 500,
  /** Unfinished steps are released to other processes. */
  handover: 500,
  database: 500,
} as const;

export type ShutdownStage = keyof typeof shutdownStages;

/** The signal aborts at the timeout of the stage. */
type Handler = (late: AbortSignal) => unknown;

/** For one Ctrl-C, npm and the terminal send one signal each. */
const duplicateSignalMs = 300;

type Registry = { handlers: Map<Handler, ShutdownStage>; finished: Promise<void> | undefined };

const registry = processState<Registry>("shutdown", () => ({ handlers: new Map(), finished: undefined }));

/** Registers a handler for a stage. Returns a function that removes it. */
export function onShutdown(stage: ShutdownStage, handler: Handler): () => void {
  registry.handlers.set(handler, stage);
  return () => void registry.handlers.delete(handler);
}

/** Makes the stage wait for work in progress. */
export function finishBeforeShutdown<T>(stage: ShutdownStage, work: Promise<T>): Promise<T> {
  const unregister = onShutdown(stage, () => work);
  return work.finally(unregister);
}

export const isShuttingDown = (): boolean => registry.finished !== undefined;

/** Runs the stages once, also if called repeatedly. A handler that fails or times out blocks no other. */
export function shutDown(): Promise<void> {
  registry.finished ??= runStages();
  return registry.finished;
}

async function runStages(): Promise<void> {
  log().info("shutting down");
  for (const [stage, timeout_ms] of Object.entries(shutdownStages)) {
    const handlers = [...registry.handlers].flatMap(([handler, handler_stage]) =>
      handler_stage === stage ? [handler] : [],
    );
    if (!(await finishWithin(handlers, timeout_ms))) log().info({ stage, timeout_ms }, "a shutdown stage timed out");
  }
  log().info("shutdown complete");
}

/** False on timeout. */
async function finishWithin(handlers: Handler[], timeout_ms: number): Promise<boolean> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeout_ms);
  });
  const work = Promise.all(handlers.map((handler) => runHandler(handler, late.signal))).then(() => true);
  const isDone = await Promise.race([work, timeout]);
  clearTimeout(timer);
  late.abort();
  return isDone;
}

async function runHandler(handler: Handler, late: AbortSignal): Promise<void> {
  try {
    await handler(late);
  } catch (error) {
    log().warn({ err: error }, "a shutdown handler failed");
  }
}

/**
 * SIGTERM and SIGINT start the shutdown. A second signal exits immediately. Replaces Next's handlers, which would exit before
 * the jobs have finished.
 */
export function shutDownOnSignals(): void {
  let first_at: number | undefined;
  const onSignal = () => {
    if (first_at === undefined) {
      first_at = elapsed();
      void shutDown().finally(() => process.exit(0));
    } else if (elapsed() - first_at > duplicateSignalMs) process.exit(1);
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(name).on(name, onSignal);
}
