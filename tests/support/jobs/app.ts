import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { onTestFinished } from "vitest";
import { newId } from "@/db/id";
import { executorQuery } from "@/db/tenancy";
import { Executor, embeddedFetch, embeddedKeys } from "@/inngest/embedded";
import type { Answer, AppLine, Call } from "@/inngest/embedded/app-line";
import type { ExecutorOptions } from "@/inngest/embedded/executor";
import { canonicalJson, signatureOf } from "@/inngest/embedded/signature";

type Logged = { level: string; parts: unknown[] };

export type JobApp = {
  id: string;
  inngest: Inngest;
  /** Every call that the executor made, with what was answered. */
  calls: { call: Call; answer: Answer }[];
  logged: Logged[];
  line: AppLine;
  /** A further process of the same application. */
  executor(options?: Partial<ExecutorOptions>): Executor;
};

/**
 * An application of its own around the real SDK: its functions, its route, and the executor's line to that route. With the id of
 * another one it is another build of that.
 */
export function jobApp(
  functions: (inngest: Inngest) => InngestFunction.Any[],
  id = `app-${newId().slice(-12)}`,
): JobApp {
  onTestFinished(async () => {
    await executorQuery("delete from job_functions where id like $1", [`${id}-%`]);
  });
  const logged: Logged[] = [];
  const write =
    (level: string) =>
    (...parts: unknown[]) =>
      void logged.push({ level, parts });
  const keys = embeddedKeys();
  const inngest = new Inngest({
    id,
    isDev: false,
    aiMetadata: false,
    eventKey: keys.event_key,
    signingKey: keys.signing_key,
    baseUrl: keys.base_url,
    fetch: embeddedFetch,
    logger: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
  });
  const handle = serve({ client: inngest, functions: functions(inngest), enableUnauthedSync: false });
  const calls: JobApp["calls"] = [];
  const line = recordingLine(handle, calls);
  return { id, inngest, calls, logged, line, executor: (options) => new Executor({ line, ...options }) };
}

function recordingLine(handle: (request: Request) => Promise<Response>, calls: JobApp["calls"]): AppLine {
  const send = async (method: string, query: string, body: unknown, headers: Record<string, string> = {}) => {
    const text = canonicalJson(body);
    const signature = signatureOf(text, embeddedKeys().signing_key, Date.now());
    const response = await handle(
      new Request(`http://127.0.0.1/api/inngest${query}`, {
        method,
        body: text,
        headers: {
          host: "127.0.0.1",
          "content-type": "application/json",
          "x-inngest-signature": signature,
          ...headers,
        },
      }),
    );
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
  return {
    async register() {
      const answer = await send(
        "PUT",
        "",
        { url: "http://127.0.0.1/api/inngest" },
        { "x-inngest-sync-kind": "in_band" },
      );
      return (JSON.parse(answer.body) as { functions: Record<string, unknown>[] }).functions;
    },
    async call(call) {
      const query = new URLSearchParams({ fnId: call.function_id, stepId: call.step_id ?? "step" });
      const answer = await send("POST", `?${query}`, call.body);
      calls.push({ call, answer });
      return answer;
    },
    close: () => {},
  };
}
