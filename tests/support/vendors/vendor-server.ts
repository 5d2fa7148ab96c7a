import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type VendorCall = { method: string; path: string; headers: Headers; body: string };

/** What the vendor does once it has read a call: answer, stay silent, or cut the connection. */
export type VendorAnswer = { status: number; headers?: Record<string, string>; body?: unknown } | "silence" | "cut";

/** A vendor of the test on this machine. It stores every call and stops when the test ends. */
export async function vendorServer(answer: (call: VendorCall, number: number) => VendorAnswer) {
  const calls: VendorCall[] = [];
  const url = await listen(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    const given = answer(call, calls.length);
    if (given === "silence") return;
    if (given === "cut") return void request.socket.destroy();
    response.writeHead(given.status, { "content-type": "application/json", ...given.headers });
    response.end(given.body === undefined ? "" : JSON.stringify(given.body));
  });
  return { url, calls };
}

async function readCall(request: IncomingMessage): Promise<VendorCall> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  return { method: request.method ?? "", path: request.url ?? "", headers, body };
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address without a listener. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
