import { afterEach, expect, test, vi } from "vitest";
import { GET, POST, PUT } from "@/app/api/inngest/route";
import { embeddedKeys } from "@/inngest/embedded";
import { parseRegistration } from "@/inngest/embedded/registration";
import { canonicalJson, signatureOf } from "@/inngest/embedded/signature";
import { log } from "@/lib/kernel/log";

afterEach(() => void vi.restoreAllMocks());

type Handler = (request: Request, context: unknown) => Promise<Response>;

const url = "http://127.0.0.1:3000/api/inngest";

function ask(handler: unknown, method: string, query: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method, headers: { host: "127.0.0.1:3000", ...headers } };
  const request = new Request(`${url}${query}`, method === "GET" ? init : { ...init, body: JSON.stringify(body) });
  return (handler as Handler)(request, {});
}

const signed = (body: unknown, at = Date.now()) => ({
  "x-inngest-signature": signatureOf(canonicalJson(body), embeddedKeys().signing_key, at),
});

const call = {
  version: 2,
  event: { name: "inngest/scheduled.timer", data: {} },
  events: [],
  steps: {},
  ctx: { run_id: "1", attempt: 0 },
};
const query = "?fnId=fitflow-prune-old-records&stepId=step";

test.each([
  ["no signature", POST, "POST", {}],
  ["no signature, to register", PUT, "PUT", { "x-inngest-sync-kind": "in_band" }],
  ["no signature, to look", GET, "GET", {}],
  ["another body's signature", POST, "POST", signed({ ...call, version: 1 })],
  ["a signature of ten minutes ago", POST, "POST", signed(call, Date.now() - 600_000)],
  ["a made-up signature", POST, "POST", { "x-inngest-signature": "t=1&s=00" }],
])(
  "a request with %s is rejected, and logged as one short warning without its content",
  async (_what, handler, method, headers) => {
    const warned = vi.spyOn(log(), "warn");
    const failed = vi.spyOn(log(), "error");
    const answer = await ask(handler, method, query, call, headers);
    expect(answer.status).toBe(401);
    const why = expect.stringMatching(/^[\w -]{10,50}$/);
    const sentence = "rejected a request to the jobs: invalid signature";
    expect([warned.mock.calls, failed.mock.calls]).toEqual([[[{ method, why }, sentence]], []]);
  },
);

test("every function of the product is one that the embedded executor can run", async () => {
  const body = { url };
  const answer = await ask(PUT, "PUT", "", body, { ...signed(body), "x-inngest-sync-kind": "in_band" });
  expect(answer.status).toBe(200);
  const { functions } = (await answer.json()) as { functions: Record<string, unknown>[] };
  const ids = parseRegistration(functions).map(({ id }) => id);
  expect(ids).toContain("fitflow-check-out-stale-visits");
  expect(ids.every((id) => id.startsWith("fitflow-"))).toBe(true);
});
