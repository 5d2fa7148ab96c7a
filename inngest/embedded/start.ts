import { listenClient } from "@/db/client";
import { systemClock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { setJobsHealthCheck } from "@/lib/kernel/jobs";
import { ownPort } from "@/lib/kernel/process-group";
import { processState } from "@/lib/kernel/process-state";
import { onShutdown } from "@/lib/kernel/shutdown";
import { httpAppClient } from "./app-client";
import { Executor } from "./executor";
import { embeddedKeys } from "./keys";

/** Starts one executor per process. It calls this very process over loopback. */
export function startExecutor(): void {
  processState("executor", () => {
    const executor = newExecutor();
    // A worker of several serves already. It does not become unready while the functions load.
    if (ownPort()) executor.health.cycleCompleted();
    runUntilShutdown(executor);
    return executor;
  });
}

function newExecutor(): Executor {
  const { PORT, JOB_RETENTION_DAYS, NODE_ENV } = env();
  const app = httpAppClient({
    url: `http://127.0.0.1:${ownPort() ?? PORT}/api/inngest`,
    signing_key: embeddedKeys().signing_key,
    now_ms: () => systemClock.now().epochMilliseconds,
  });
  return new Executor({
    app,
    retention_days: JOB_RETENTION_DAYS,
    refresh_ms: NODE_ENV === "development" ? 10_000 : undefined,
    poll_ms: listenClient() ? 30_000 : 5_000,
  });
}

export function runUntilShutdown(executor: Executor): void {
  setJobsHealthCheck(() => executor.health.problem());
  onShutdown("jobs", () => executor.drain());
  onShutdown("handover", () => executor.close());
  executor.start();
}
