import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Executor } from "@/inngest/embedded";
import { runUntilShutdown } from "@/inngest/embedded/start";
import { enableGracefulShutdown } from "@/lib/kernel/graceful-shutdown";
import { shutdownStages } from "@/lib/kernel/shutdown";
import { jobProcess } from "./process";

/** A server with jobs, as instrumentation.ts starts it. It reports the start of the long step. The second argument shortens the stages. */

const [id = "", limits = "{}"] = process.argv.slice(2);
Object.assign(shutdownStages, JSON.parse(limits));
const { inngest, happen, listen } = jobProcess(id);

const hold = inngest.createFunction(
  { id: "hold", triggers: [{ event: `${id}/hold` }], retries: 1 },
  async ({ event, step, attempt }) => {
    await step.run("before", () => happen("before"));
    await step.run("long", async () => {
      process.send?.("holding");
      await wait(event.data.ms);
      await happen("long");
    });
    await step.run("after", () => happen("after"));
    return { attempt };
  },
);

const server = createServer(async ({ url }, response) => {
  response.write("begun ");
  // Anything else is a stream that never ends by itself.
  if (url !== "/slow") return;
  await wait(300);
  response.end("and ended");
});

process.on("SIGTERM", () => process.exit(99));
enableGracefulShutdown();

void listen([hold]).then((line) => {
  runUntilShutdown(new Executor({ app: line }));
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
