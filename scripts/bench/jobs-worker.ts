import { createServer } from "node:http";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { Executor, embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import { httpAppClient } from "@/inngest/embedded/app-client";
import { snapshotEnvironment } from "@/lib/kernel/env";

/** Runs the executor and its functions in a separate process, so that its CPU can be measured. The parent sends the event names. */

snapshotEnvironment();
const keys = embeddedKeys();
const silent = () => {};
const inngest = new Inngest({
  id: "bench",
  isDev: false,
  aiMetadata: false,
  eventKey: keys.event_key,
  signingKey: keys.signing_key,
  baseUrl: keys.base_url,
  fetch: embeddedFetch,
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});

export type ToParent = { ready: true } | { started_at: number };

const sendToParent = (message: ToParent) => process.send?.(message);

const withSteps = (count: number): InngestFunction.Any =>
  inngest.createFunction(
    { id: `steps-${count}`, triggers: [{ event: `bench/steps-${count}` }], retries: 0 },
    async ({ step }) => {
      for (let at = 0; at < count; at++) await step.run(`step-${at}`, () => at);
    },
  );

const latency = inngest.createFunction({ id: "latency", triggers: [{ event: "bench/latency" }], retries: 0 }, () => {
  sendToParent({ started_at: performance.timeOrigin + performance.now() });
});

const server = createServer(serve({ client: inngest, functions: [withSteps(1), withSteps(5), latency] }));

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  new Executor({
    app: httpAppClient({ url: `http://127.0.0.1:${port}/`, signing_key: keys.signing_key, now_ms: Date.now }),
  }).start();
  process.on("message", (name: string) => void inngest.send({ name }));
  sendToParent({ ready: true });
});
