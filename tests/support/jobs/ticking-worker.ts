import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { Executor } from "@/inngest/embedded";
import type { AppClient } from "@/inngest/embedded/app-client";
import { FastClock } from "./fast-clock";
import { jobProcess } from "./process";

export type Order = { from: string; began: string; times: number } | "hang" | "stop";

/** Two schedules in their own process. It reports each piece of work. The order `hang` blocks the next one; `stop` ends it. */

const id = process.argv[2] ?? "";
const { inngest, happen, listen } = jobProcess(id);
let isToHang = false;

const schedule = (name: string) =>
  inngest.createFunction(
    { id: name, triggers: [{ cron: "*/15 * * * *" }], retries: 0 },
    async ({ event, step, runId }) => {
      const { scheduledAt } = event.data as unknown as { scheduledAt: string };
      await step.run("write", () => happen(`${name} ${scheduledAt}`));
      await step.run("rest", async () => {
        process.send?.({ run_id: runId });
        await wait(isToHang ? 600_000 : 150);
      });
    },
  );

let executor: Executor | undefined;

async function obey(line: AppClient, order: Order): Promise<void> {
  if (order === "hang") isToHang = true;
  else if (order === "stop") {
    await executor?.stop();
    process.exit();
  } else {
    const clock = new FastClock(Temporal.Instant.from(order.from), Temporal.Instant.from(order.began), order.times);
    // One place, so that what is due at once needs both processes; and a look that is short beside a tick.
    executor = new Executor({ app: line, clock, capacity: 1, poll_ms: 100 });
    executor.start();
  }
}

void listen(["north", "south"].map(schedule)).then((line) => {
  process.on("message", (order: Order) => obey(line, order));
  process.send?.("ready");
});
