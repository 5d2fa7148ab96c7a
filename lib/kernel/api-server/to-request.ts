import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

/** A declared length up to this is read before the handler runs, which is cheaper than a web stream. */
const maxBuffered = 64 * 1024;

/** The request as web standard. Its origin has no meaning: nothing depends on the Host header. */
export async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/" } = incoming;
  const init: RequestInit & { duplex?: "half" } = { method, headers: headersOf(incoming) };
  if (method !== "GET" && method !== "HEAD" && hasBody(incoming)) {
    const length = Number(incoming.headers["content-length"] ?? Number.POSITIVE_INFINITY);
    if (length <= maxBuffered) init.body = await readBody(incoming);
    else Object.assign(init, { body: Readable.toWeb(incoming), duplex: "half" });
  }
  return new Request(`http://localhost${url}`, init);
}

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Node has combined repeated headers already. */
const headersOf = ({ headers }: IncomingMessage): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
