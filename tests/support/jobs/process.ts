import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { pool } from "@/db/client";
import { embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import { type AppClient, httpAppClient } from "@/inngest/embedded/app-client";
import { systemClock } from "@/lib/kernel/clock";
import { snapshotEnvironment } from "@/lib/kernel/env";

/** The real time, whatever clock the test has put in its place. */
const { now: systemNow } = systemClock;

/** A server of jobs and nothing else: it listens on a free port, and this is the executor's way to it. */
export async function lineTo(client: Inngest, functions: InngestFunction.Any[]): Promise<AppClient> {
  const server = createServer(serve({ client, functions }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { signing_key } = embeddedKeys();
  return httpAppClient({ url: `http://127.0.0.1:${port}/`, signing_key, now_ms: () => systemNow().epochMilliseconds });
}

/** An application of the test's own in a process of its own. */
export function jobProcess(id: string) {
  snapshotEnvironment();
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
  return {
    inngest,
    /** Replaces an external effect and counts its calls. */
    happen: (what: string) =>
      pool().query(
        "insert into rate_limits (key, points) values ($1, 1) on conflict (key) do update set points = rate_limits.points + 1",
        [`${id}:${what}`],
      ),
    listen: (functions: InngestFunction.Any[]) => lineTo(inngest, functions),
  };
}
