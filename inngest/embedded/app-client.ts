import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { canonicalJson, signatureOf } from "./signature";

export type SdkResponse = { status: number; headers: IncomingHttpHeaders; body: string };

export type Call = { function_id: string; step_id: string | null; body: Record<string, unknown> };

/** Calls the application's Inngest route. Tests replace it. */
export type AppClient = {
  /** The functions as the SDK describes them. */
  register(): Promise<Record<string, unknown>[]>;
  call(call: Call): Promise<SdkResponse>;
  close(): void;
};

type Options = { url: string; signing_key: string; now_ms: () => number };

/** Longer than any step should take. Frees the capacity if the application never responds. */
const responseTimeoutMs = 30 * 60_000;

/** Signed requests over loopback, with keep-alive and without fetch's timeouts for slow responses. */
export function httpAppClient({ url, signing_key, now_ms }: Options): AppClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = (method: "PUT" | "POST", query: string, body: unknown, headers: Record<string, string>) => {
    const text = canonicalJson(body);
    const signed = {
      "content-type": "application/json",
      "x-inngest-signature": signatureOf(text, signing_key, now_ms()),
    };
    return sendWithRetry(agent, method, `${url}${query}`, text, { ...signed, ...headers });
  };
  return {
    async register() {
      const { status, headers, body } = await send("PUT", "", { url }, { "x-inngest-sync-kind": "in_band" });
      if (status !== 200 || headers["x-inngest-sdk"] === undefined) {
        throw new Error(`${url} answered the registration with ${status}`);
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

async function sendWithRetry(
  agent: Agent,
  method: string,
  url: string,
  body: string,
  headers: Headers,
): Promise<SdkResponse> {
  try {
    return await sendOnce(agent, method, url, body, headers);
  } catch (error) {
    // The server may close a keep-alive connection while it is reused. Nothing was processed then, so a retry is safe.
    const { code, is_reused } = error as { code?: string; is_reused?: boolean };
    if (!is_reused || (code !== "ECONNRESET" && code !== "EPIPE")) throw error;
    return sendOnce(agent, method, url, body, headers);
  }
}

function sendOnce(agent: Agent, method: string, url: string, body: string, headers: Headers): Promise<SdkResponse> {
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
    outgoing.setTimeout(responseTimeoutMs, () =>
      outgoing.destroy(new Error(`No response within ${responseTimeoutMs / 60_000} minutes`)),
    );
    outgoing.on("error", (error) => reject(Object.assign(error, { is_reused: outgoing.reusedSocket })));
    outgoing.end(body);
  });
}
