import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { contracts } from "@/lib/contracts";
import type { Contract } from "@/lib/contracts/contract";

/** The API in a process of its own, without the framework: what a test starts when it wants to kill the server. */

type Handler = (request: Request) => Promise<Response>;

const patterns = contracts.map((contract) => ({
  contract,
  pattern: new RegExp(`^${contract.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

async function handlerFor(method: string, pathname: string): Promise<Handler | undefined> {
  const found = patterns.find(({ contract, pattern }) => contract.method === method && pattern.test(pathname));
  if (!found) return undefined;
  const file = `${process.cwd()}/app${found.contract.path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
  const module = (await import(pathToFileURL(file).href)) as Partial<Record<Contract["method"], Handler>>;
  return module[found.contract.method];
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const init: RequestInit & { duplex: "half" } = { method: incoming.method ?? "GET", headers, duplex: "half" };
  if (hasBody) init.body = Readable.toWeb(incoming) as ReadableStream;
  return new Request(`http://${incoming.headers.host}${incoming.url}`, init);
}

const server = createServer(async (incoming, outgoing) => {
  const request = toRequest(incoming);
  const handler = await handlerFor(request.method, new URL(request.url).pathname);
  const response = handler ? await handler(request) : new Response(null, { status: 404 });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
