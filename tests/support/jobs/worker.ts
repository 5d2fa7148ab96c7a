import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { pool } from "@/db/client";
import { Executor, embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import { httpLine } from "@/inngest/embedded/app-line";
import { copyEnvironment } from "@/lib/kernel/env";

/** An application with an executor in a process of its own, which works when it is told to, until somebody kills it. */

const id = process.argv[2] ?? "";
copyEnvironment();
const keys = embeddedKeys();
const silent = () => {};
const inngest = new Inngest({
  id,
  isDev: false,
  aiMetadata: false,
  eventKey: keys.event_key,
  signingKey: keys.signing_key,
  baseUrl: keys.base_url,
  fetch: embeddedFetch,
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});

/** Stands for an effect outside: it counts how often it happened. */
const happen = (what: string) =>
  pool().query(
    "insert into rate_limits (key, points) values ($1, 1) on conflict (key) do update set points = rate_limits.points + 1",
    [`${id}:${what}`],
  );

const greet = inngest.createFunction(
  { id: "greet", triggers: [{ event: `${id}/enrolled` }], retries: 3 },
  async ({ event, step }) => {
    await step.run("write", () => happen(`write:${event.data.n}`).then(() => event.data.n));
    await Promise.all(
      ["mail", "text"].map((kind) => step.run(kind, () => happen(`${kind}:${event.data.n}`).then(() => kind))),
    );
  },
);

const server = createServer(serve({ client: inngest, functions: [greet] }));

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const line = httpLine({ url: `http://127.0.0.1:${port}/`, signing_key: keys.signing_key, now_ms: Date.now });
  process.once("message", () => new Executor({ line }).start());
  process.send?.("ready");
});
