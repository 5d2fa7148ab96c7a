import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Letter = { to: string; subject: string; tags: { name: string; value: string }[] };
type Taken = { key: string; body: string; ids: string[] };

export type Faults = {
  /** Of so many calls, one is taken and its answer lost. */
  lose_every?: number | undefined;
  /** Of so many calls, one is refused with 429 before anything is taken. */
  slow_down_every?: number | undefined;
};

/**
 * A mail vendor at Resend's address that honours idempotency keys: two calls with one key send one mail.
 * It remembers in a file, so that it may itself be killed and started again.
 */
export async function mailVendor(file: string, faults: Faults = {}) {
  const taken = new Map<string, Taken>();
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  for (const line of lines) remember(JSON.parse(line) as Taken);
  let calls = 0;

  function remember(call: Taken): Taken {
    taken.set(call.key, call);
    return call;
  }
  function take(key: string, body: string): Taken {
    const ids = (JSON.parse(body) as Letter[]).map(() => crypto.randomUUID());
    const call = remember({ key, body, ids });
    appendFileSync(file, `${JSON.stringify(call)}\n`);
    return call;
  }
  const isTurn = (every: number | undefined) => every !== undefined && calls % every === 0;

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    const body = await read(request);
    const key = String(request.headers["idempotency-key"] ?? "");
    calls += 1;
    if (request.url !== "/emails/batch" || !key) return answer(404, refusal("not_found", 404));
    if (isTurn(faults.slow_down_every)) return answer(429, refusal("rate_limit_exceeded", 429), { "retry-after": "1" });
    const known = taken.get(key);
    if (known && known.body !== body) return answer(409, refusal("invalid_idempotent_request", 409));
    const { ids } = known ?? take(key, body);
    if (isTurn(faults.lose_every)) return request.socket.destroy();
    return answer(200, { data: ids.map((id) => ({ id })) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const letters = () => [...taken.values()].flatMap(({ body }) => JSON.parse(body) as Letter[]);
  return {
    /** For the provider's `endpoint`. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every received call. */
    calls: () => calls,
    keys: () => [...taken.keys()],
    /** Every mail that went out. */
    letters,
    /** Our ids of the mails that went out, as often as each did. */
    message_ids: () => letters().map(({ tags }) => tags.find(({ name }) => name === "message_id")?.value ?? ""),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const refusal = (name: string, statusCode: number) => ({ name, statusCode, message: name.replaceAll("_", " ") });

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
