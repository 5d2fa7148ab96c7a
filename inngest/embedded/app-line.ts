import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { canonicalJson, signatureOf } from "./signature";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

export type Call = { function_id: string; step_id: string | null; body: Record<string, unknown> };

/** The way to the application's own route. Tests put a handler of theirs in its place. */
export type AppLine = {
  /** The functions as the SDK describes them. */
  register(): Promise<Record<string, unknown>[]>;
  call(call: Call): Promise<Answer>;
  close(): void;
};

type Options = { url: string; signing_key: string; now_ms: () => number };

/** Longer than any step should take; whoever never answers does not hold its place for ever. */
const patienceMs = 30 * 60_000;

/** Signed requests over loopback, on kept connections and without the limits that fetch puts on slow answers. */
export function httpLine({ url, signing_key, now_ms }: Options): AppLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = (method: "PUT" | "POST", query: string, body: unknown, headers: Record<string, string>) => {
    const text = canonicalJson(body);
    const signed = {
      "content-type": "application/json",
      "x-inngest-signature": signatureOf(text, signing_key, now_ms()),
    };
    return exchange(agent, method, `${url}${query}`, text, { ...signed, ...headers });
  };
  return {
    async register() {
      const { status, headers, body } = await send("PUT", "", { url }, { "x-inngest-sync-kind": "in_band" });
      if (status !== 200 || headers["x-inngest-sdk"] === undefined) {
        throw new Error(`${url} answered ${status} to the question for its functions`);
      }
      return (JSON.parse(body) as { functions: Record<string, unknown>[] }).functions;
    },
    call: ({ function_id, step_id, body }) =>
      send("POST", `?${new URLSearchParams({ fnId: function_id, stepId: step_id ?? "step" })}`, body, {
        "x-inngest-server-kind": "cloud",
      }),
    close: () => agent.destroy(),
  };
}

type Headers = Record<string, string>;

async function exchange(agent: Agent, method: string, url: string, body: string, headers: Headers): Promise<Answer> {
  try {
    return await once(agent, method, url, body, headers);
  } catch (error) {
    // The other side may close a kept connection at the very moment that it is used again; nothing was read then.
    const { code, is_reused } = error as { code?: string; is_reused?: boolean };
    if (!is_reused || (code !== "ECONNRESET" && code !== "EPIPE")) throw error;
    return once(agent, method, url, body, headers);
  }
}

function once(agent: Agent, method: string, url: string, body: string, headers: Headers): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const outgoing = request(url, { method, agent, headers: { ...headers, "content-length": length } }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    outgoing.setTimeout(patienceMs, () =>
      outgoing.destroy(new Error(`No answer within ${patienceMs / 60_000} minutes`)),
    );
    outgoing.on("error", (error) => reject(Object.assign(error, { is_reused: outgoing.reusedSocket })));
    outgoing.end(body);
  });
}
