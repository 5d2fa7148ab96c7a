import { createServer } from "node:http";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { Executor, embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import { httpLine } from "@/inngest/embedded/app-line";
import { copyEnvironment } from "@/lib/kernel/env";

/** The executor and the functions that it runs, alone in a process whose CPU can be read. Its parent says what to send. */

copyEnvironment();
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

const tell = (message: ToParent) => process.send?.(message);

const withSteps = (count: number): InngestFunction.Any =>
  inngest.createFunction(
    { id: `steps-${count}`, triggers: [{ event: `bench/steps-${count}` }], retries: 0 },
    async ({ step }) => {
      for (let at = 0; at < count; at++) await step.run(`step-${at}`, () => at);
    },
  );

const latency = inngest.createFunction({ id: "latency", triggers: [{ event: "bench/latency" }], retries: 0 }, () => {
  tell({ started_at: performance.timeOrigin + performance.now() });
});

const server = createServer(serve({ client: inngest, functions: [withSteps(1), withSteps(5), latency] }));

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  new Executor({
    line: httpLine({ url: `http://127.0.0.1:${port}/`, signing_key: keys.signing_key, now_ms: Date.now }),
  }).start();
  process.on("message", (name: string) => void inngest.send({ name }));
  tell({ ready: true });
});
