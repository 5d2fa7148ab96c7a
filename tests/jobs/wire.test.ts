import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { httpAppClient } from "@/inngest/embedded/app-client";
import { canonicalJson, signatureOf } from "@/inngest/embedded/signature";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { endsOf, runsOf } from "@/tests/support/jobs/runs";

const KEY = "signkey-test-6162636465666768";

type Reply = { status?: number; headers?: Record<string, string>; body: unknown };
type Heard = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

/** An SDK of another vendor, with responses that the test defines. */
async function recorded(described: unknown[], replies: Reply[]) {
  const heard: Heard[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const { method = "", url = "", headers } = incoming;
    heard.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    const reply =
      method === "PUT" ? { body: { functions: described } } : (replies.shift() ?? { status: 410, body: "" });
    outgoing.writeHead(reply.status ?? 200, { "x-inngest-sdk": "js:v4", ...("headers" in reply ? reply.headers : {}) });
    outgoing.end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  const line = httpAppClient({ url, signing_key: KEY, now_ms: () => 1_772_701_200_000 });
  return { heard, line, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("a run over HTTP: requests, signatures and the result of each response", async () => {
  const app = jobApp(() => []);
  const fn = {
    id: `${app.id}-send`,
    name: "Send",
    triggers: [{ event: "wire/send" }],
    steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://x" }, retries: { attempts: 2 } } },
  };
  const { heard, line, close } = await recorded(
    [fn],
    [
      { status: 206, body: [{ id: "aaa", op: "StepRun", displayName: "read", data: { to: "Zoë" } }] },
      {
        status: 206,
        headers: { "x-inngest-no-retry": "false", "retry-after": "30" },
        body: [
          { id: "bbb", op: "StepError", displayName: "send", error: { name: "Error", message: "busy", stack: "at x" } },
        ],
      },
      { status: 206, body: [{ id: "bbb", op: "StepRun", displayName: "send", data: null }] },
      { status: 206, body: [{ id: "ccc", op: "Sleep", displayName: "pause", name: "1m" }] },
      { status: 200, body: "sent" },
    ],
  );
  const clock = new HandClock("2026-03-05T09:00:00Z");
  const executor = app.executor({ clock, app: line });
  await executor.register();
  await app.inngest.send({ id: `${app.id}-1`, name: "wire/send", data: { b: 1, a: "é" }, ts: 1_772_701_100_000 });
  await executor.settle();
  clock.advance({ seconds: 29 });
  await executor.settle();
  expect(heard).toHaveLength(3);
  clock.advance({ seconds: 1 });
  await executor.settle();
  clock.advance({ minutes: 1 });
  await executor.settle();
  line.close();
  await close();

  const [put, ...calls] = heard;
  expect([put?.method, put?.headers["x-inngest-sync-kind"]]).toEqual(["PUT", "in_band"]);
  expect(calls.map(({ url }) => url)).toEqual(Array(5).fill(`/api/inngest?fnId=${app.id}-send&stepId=step`));
  for (const { headers, body } of heard) {
    expect(body).toBe(canonicalJson(JSON.parse(body)));
    expect(headers["x-inngest-signature"]).toBe(signatureOf(body, KEY, 1_772_701_200_000));
  }
  const [run] = await runsOf(app);
  const event = { id: `${app.id}-1`, name: "wire/send", data: { b: 1, a: "é" }, ts: 1_772_701_100_000 };
  const read = { aaa: { data: { to: "Zoë" } } };
  const sent = { ...read, bbb: { data: null } };
  const call = (attempt: number, steps: object) => ({
    version: 2,
    event,
    events: [event],
    steps,
    ctx: {
      run_id: run?.id,
      attempt,
      max_attempts: 3,
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack: Object.keys(steps), current: Object.keys(steps).length },
    },
  });
  expect(calls.map(({ body }) => JSON.parse(body))).toEqual([
    call(0, {}),
    call(0, read),
    call(1, read),
    call(0, sent),
    call(0, { ...sent, ccc: null }),
  ]);
  expect(await endsOf(app)).toEqual([["send", "completed", "sent"]]);
});

test("a signature covers canonical JSON: sorted keys, no spaces, unescaped letters", () => {
  const text = canonicalJson({ b: [1, { y: null, x: "é" }], a: "\u20ac\n", n: 1e21, gone: undefined });
  expect(text).toBe('{"a":"€\\n","b":[1,{"x":"é","y":null}],"n":1e+21}');
  expect(signatureOf(text, KEY, 1_772_701_200_000)).toMatch(/^t=1772701200&s=[0-9a-f]{64}$/);
});
