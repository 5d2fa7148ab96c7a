import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { onTestFinished } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { Executor, embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import { type Answer, type AppLine, type Call, httpLine } from "@/inngest/embedded/app-line";
import { HandClock } from "./hand-clock";

export type WireApp = {
  id: string;
  inngest: Inngest;
  clock: HandClock;
  executor: Executor;
  /** Each call of the executor and what the SDK answered, as one line: `206 StepRun read`. */
  trace: string[];
  /** The versions that the SDK named in its answers. */
  versions: Set<string>;
};

type Functions = (inngest: Inngest) => InngestFunction.Any[];

/** An application that serves the real SDK over HTTP, and an executor that speaks to it as in production: signed, over loopback. */
export async function wireApp(functions: Functions): Promise<WireApp> {
  const id = `app-${newId().slice(-12)}`;
  const { event_key: eventKey, signing_key: signingKey, base_url: baseUrl } = embeddedKeys();
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const identity = { id, isDev: false, aiMetadata: false, eventKey, signingKey, baseUrl };
  const inngest = new Inngest({ ...identity, fetch: embeddedFetch, logger: silent });
  const server = createServer(serve({ client: inngest, functions: functions(inngest), enableUnauthedSync: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  const trace: string[] = [];
  const versions = new Set<string>();
  const line = recording(httpLine({ url, signing_key: signingKey, now_ms: Date.now }), trace, versions);
  const clock = new HandClock("2026-03-05T09:00:00Z");
  onTestFinished(async () => {
    line.close();
    await new Promise((resolve) => server.close(resolve));
    await executorQuery("delete from job_functions where id like $1", [`${id}-%`]);
  });
  // One piece of work at a time, so that the trace has one order.
  return { id, inngest, clock, executor: new Executor({ line, clock, capacity: 1 }), trace, versions };
}

function ignore(): void {}

function recording(line: AppLine, trace: string[], versions: Set<string>): AppLine {
  return {
    ...line,
    async call(call: Call) {
      const answer = await line.call(call);
      versions.add(String(answer.headers["x-inngest-sdk"]));
      trace.push(lineOf(answer));
      return answer;
    },
  };
}

type SentOp = { op: string; displayName?: string };

function lineOf({ status, headers, body }: Answer): string {
  const value = JSON.parse(body || "null") as unknown;
  const ops = status === 206 ? ([value].flat() as SentOp[]) : [];
  const terms = [
    headers["x-inngest-no-retry"] === "true" ? "final" : "",
    headers["retry-after"] === undefined ? "" : "retry-after",
  ];
  return [String(status), ...ops.map(({ op, displayName }) => `${op} ${displayName}`).sort(), ...terms]
    .filter(Boolean)
    .join(" ");
}
