import { listenClient } from "@/db/client";
import { systemClock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { setJobsFault } from "@/lib/kernel/jobs";
import { onStop } from "@/lib/kernel/stop";
import { httpLine } from "./app-line";
import { Executor } from "./executor";
import { embeddedKeys } from "./keys";

const globals = globalThis as { fitflowExecutor?: Executor };

/** Once a process, beside the server that it calls over loopback. */
export function startExecutor(): void {
  if (globals.fitflowExecutor) return;
  const { PORT, JOB_RETENTION_DAYS, NODE_ENV } = env();
  const line = httpLine({
    url: `http://127.0.0.1:${PORT}/api/inngest`,
    signing_key: embeddedKeys().signing_key,
    now_ms: () => systemClock.now().epochMilliseconds,
  });
  globals.fitflowExecutor = new Executor({
    line,
    retention_days: JOB_RETENTION_DAYS,
    refresh_ms: NODE_ENV === "development" ? 10_000 : undefined,
    look_ms: listenClient() ? 30_000 : 5_000,
  });
  runUntilStop(globals.fitflowExecutor);
}

export function runUntilStop(executor: Executor): void {
  setJobsFault(() => executor.condition.fault());
  onStop("jobs", () => executor.drain());
  onStop("handover", () => executor.close());
  executor.start();
}
