import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";

import type { ResponseParts } from "@/lib/kernel/api-message";

const compress = promisify(gzip);
/** A smaller body fits into one packet anyway. */
const minCompressed = 1_024;
/** Half the CPU of the default level, for bodies that are 5 % larger. */
const level = 4;

export type SendOptions = { is_head: boolean; accepts_gzip: boolean };

/** Sends JSON at once and anything else as a stream, compressed where the client accepts it. */
export async function sendResponse(outgoing: ServerResponse, response: Response, options: SendOptions): Promise<void> {
  const headers = headersOf(response);
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || options.is_head) {
    if (response.body) await response.body.cancel();
    return void outgoing.writeHead(response.status, headers).end();
  }
  if (/^application\/(problem\+)?json/.test(type)) {
    const body = Buffer.from(await response.arrayBuffer());
    return sendBody(outgoing, { status: response.status, headers, body }, options);
  }
  const is_compressed = options.accepts_gzip && /^text\/(?!event-stream)/.test(type);
  if (is_compressed) Object.assign(headers, { "content-encoding": "gzip", vary: "Accept-Encoding" });
  outgoing.writeHead(response.status, headers);
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await (is_compressed ? pipeline(body, createGzip({ level }), outgoing) : pipeline(body, outgoing));
}

export async function sendParts(
  outgoing: ServerResponse,
  { status, headers, body }: ResponseParts,
  options: SendOptions,
): Promise<void> {
  if (body === null || options.is_head) return void outgoing.writeHead(status, headers).end();
  await sendBody(outgoing, { status, headers: { ...headers }, body: Buffer.from(body) }, options);
}

type Whole = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

async function sendBody(
  outgoing: ServerResponse,
  { status, headers, body }: Whole,
  { accepts_gzip }: SendOptions,
): Promise<void> {
  if (body.length >= minCompressed) {
    headers.vary = "Accept-Encoding";
    if (accepts_gzip) {
      body = await compress(body, { level });
      headers["content-encoding"] = "gzip";
    }
  }
  headers["content-length"] = body.length;
  outgoing.writeHead(status, headers).end(body);
}

function headersOf({ headers }: Response): OutgoingHttpHeaders {
  const all: OutgoingHttpHeaders = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) all["set-cookie"] = cookies;
  return all;
}
