import { readFileSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer } from "@/lib/kernel/api-server";
import { PathTree } from "@/lib/kernel/path-tree";
import { routeTable } from "@/scripts/routes/route-table";

const long = JSON.stringify({ text: "x".repeat(5_000) });
const json = { "content-type": "application/json" };

const echo = async (request: Request) =>
  Response.json({
    method: request.method,
    path: new URL(request.url).pathname + new URL(request.url).search,
    bytes: (await request.arrayBuffer()).byteLength,
    header: request.headers.get("x-asked"),
  });

let cancelled = false;
const stream = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: first\n\n")),
      cancel: () => {
        cancelled = true;
      },
    }),
    { headers: { "content-type": "text/event-stream" } },
  );

const answerLong = () => new Response(long, { headers: json });
const answerRows = () => new Response("a,b\n".repeat(2_000), { headers: { "content-type": "text/csv" } });

function answerCookies(): Response {
  const headers = new Headers();
  headers.append("set-cookie", "a=1; Path=/");
  headers.append("set-cookie", "b=2; Path=/");
  return new Response(null, { status: 204, headers });
}

const serve = apiServer({
  "/api/v1/things/{id}": async () => ({ GET: echo, POST: echo }),
  "/api/v1/things/special": async () => ({ GET: answerLong }),
  "/api/v1/rows": async () => ({ GET: answerRows }),
  "/api/v1/session": async () => ({ DELETE: answerCookies }),
  "/api/v1/live": async () => ({ GET: stream }),
});

let server: Server;
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    if (!serve(incoming, outgoing)) outgoing.end("framework");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Sent = { method?: string; headers?: Record<string, string>; body?: Buffer | string; chunked?: boolean };

function ask(path: string, { method = "GET", headers = {}, body, chunked }: Sent = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { host: "127.0.0.1", port, path, method, headers: { ...length, ...headers }, agent: false };
    const outgoing = httpRequest(options, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) });
    });
    outgoing.on("error", reject).end(body);
  });
}

test("the route table names every route file of the API", () => {
  expect(readFileSync("app/api/route-table.generated.ts", "utf8"), "run `npm run routes`").toBe(
    routeTable(process.cwd()),
  );
});

test("a path without a route goes on to the framework", async () => {
  expect((await ask("/api/v1/other")).body.toString()).toBe("framework");
});

test("a route gets method, path, query, headers and body", async () => {
  const { body } = await ask("/api/v1/things/7?a=%20b", {
    method: "POST",
    headers: { "x-asked": "yes" },
    body: "12345",
  });
  expect(JSON.parse(body.toString())).toEqual({
    method: "POST",
    path: "/api/v1/things/7?a=%20b",
    bytes: 5,
    header: "yes",
  });
});

test.each([
  ["a large body", { body: Buffer.alloc(300_000, 1) }],
  ["a chunked body", { body: Buffer.alloc(300_000, 1), chunked: true }],
])("%s arrives whole", async (_, sent) => {
  const { body } = await ask("/api/v1/things/7", { method: "POST", ...sent });
  expect(JSON.parse(body.toString()).bytes).toBe(300_000);
});

test("an exact segment takes precedence over a parameter", async () => {
  expect((await ask("/api/v1/things/special")).body.toString()).toBe(long);
  const tree = new PathTree<string>();
  for (const path of ["/a/*/c", "/a/b/d", "/a/**"]) tree.set(path, () => path);
  expect(["/a/b/c", "/a/b/d/", "/a/x/y/z", "/b"].map((path) => tree.find(path))).toEqual([
    "/a/*/c",
    "/a/b/d",
    "/a/**",
    undefined,
  ]);
});

test.each([
  ["gzip, br", "gzip"],
  ["*", "gzip"],
  ["gzip;q=0", undefined],
  ["br", undefined],
  ["", undefined],
])("Accept-Encoding %j gets content-encoding %s", async (accept, encoding) => {
  const { headers, body } = await ask("/api/v1/things/special", { headers: { "accept-encoding": accept } });
  expect([headers["content-encoding"], headers.vary]).toEqual([encoding, "Accept-Encoding"]);
  expect(headers["content-length"]).toBe(String(body.length));
  expect((encoding ? gunzipSync(body) : body).toString()).toBe(long);
});

test("a CSV stream is compressed, a short answer is not", async () => {
  const rows = await ask("/api/v1/rows", { headers: { "accept-encoding": "gzip" } });
  expect([rows.headers["content-encoding"], gunzipSync(rows.body).length]).toEqual(["gzip", 8_000]);
  const short = await ask("/api/v1/things/7", { headers: { "accept-encoding": "gzip" } });
  expect(short.headers["content-encoding"]).toBeUndefined();
});

test("HEAD is answered by GET without a body", async () => {
  const { status, body } = await ask("/api/v1/things/special", { method: "HEAD" });
  expect([status, body.length]).toEqual([200, 0]);
});

test("each cookie has a header of its own", async () => {
  const { status, headers } = await ask("/api/v1/session", { method: "DELETE" });
  expect([status, headers["set-cookie"]]).toEqual([204, ["a=1; Path=/", "b=2; Path=/"]]);
});

test("an event stream is sent at once, and cancelled when its client leaves", async () => {
  const { port } = server.address() as AddressInfo;
  const first = await new Promise<string>((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, path: "/api/v1/live", agent: false }, (incoming) => {
      incoming.once("data", (chunk: Buffer) => {
        resolve(chunk.toString());
        outgoing.destroy();
      });
    });
    outgoing.on("error", reject).end();
  });
  expect(first).toBe("data: first\n\n");
  while (!cancelled) await new Promise((resolve) => setTimeout(resolve, 5));
});

test("a body that its client does not finish ends neither the server nor the next request", async () => {
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    const outgoing = httpRequest({
      host: "127.0.0.1",
      port,
      path: "/api/v1/things/7",
      method: "POST",
      headers: { "content-length": "1000" },
      agent: false,
    });
    outgoing.on("error", () => resolve());
    outgoing.write("half");
    outgoing.once("socket", (socket) => socket.once("connect", () => setTimeout(() => outgoing.destroy(), 20)));
    outgoing.once("close", () => resolve());
  });
  expect((await ask("/api/v1/things/7")).status).toBe(200);
});
