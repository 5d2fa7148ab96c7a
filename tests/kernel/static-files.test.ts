import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "@/lib/kernel/static-files";

const short = "self.x=1;";
const long = "self.y=2;".repeat(1_000);
const folder = mkdtempSync(join(tmpdir(), "static-files-"));
const path = "/_next/static/chunks/short.js";

let server: Server;
beforeAll(async () => {
  mkdirSync(join(folder, "chunks"));
  for (const [name, text] of Object.entries({
    "short.js": short,
    "long.js": long,
    "page.css": "a{b:c}",
    "font.woff2": "",
  })) {
    writeFileSync(join(folder, "chunks", name), text);
  }
  const serve = staticFiles(folder);
  server = createServer((incoming, outgoing) => {
    if (!serve(incoming, outgoing)) outgoing.end("framework");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function ask(target: string, { accept = "gzip, deflate, br", method = "GET" } = {}) {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": accept };
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: target, method, headers, agent: false };
    const outgoing = httpRequest(options, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      resolve({ headers: incoming.headers, body: Buffer.concat(chunks) });
    });
    outgoing.on("error", reject).end();
  });
}

test.each([
  [path, "br", "application/javascript; charset=UTF-8", short],
  ["/_next/static/chunks/long.js", "br", "application/javascript; charset=UTF-8", long],
  [path, "gzip", "application/javascript; charset=UTF-8", short],
  ["/_next/static/chunks/page.css?v=1", "gzip", "text/css; charset=UTF-8", "a{b:c}"],
])("%s is sent with %s, cacheable for good", async (target, encoding, type, text) => {
  for (const _ of ["compressed now", "from memory"]) {
    const { headers, body } = await ask(target, { accept: encoding });
    expect(headers).toMatchObject({
      "content-type": type,
      "content-encoding": encoding,
      "content-length": String(body.length),
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect((encoding === "br" ? brotliDecompressSync(body) : gunzipSync(body)).toString()).toBe(text);
  }
});

test("brotli comes before gzip, and a weight of zero excludes it", async () => {
  expect((await ask(path)).headers["content-encoding"]).toBe("br");
  expect((await ask(path, { accept: "br;q=0, gzip" })).headers["content-encoding"]).toBe("gzip");
});

test("HEAD gets the headers without the body", async () => {
  const { headers, body } = await ask(path, { method: "HEAD" });
  expect([headers["content-encoding"], body.length]).toEqual(["br", 0]);
});

test.each([
  ["a client without compression", path, { accept: "identity" }],
  ["another method", path, { method: "POST" }],
  ["a file that is already compressed", "/_next/static/chunks/font.woff2", {}],
  ["a file that does not exist", "/_next/static/chunks/none.js", {}],
  ["a path out of the folder", "/_next/static/chunks/../../secret.js", {}],
])("the framework answers %s", async (_, target, sent) => {
  expect((await ask(target, sent)).body.toString()).toBe("framework");
});

test("without a build there is nothing to serve", () => {
  expect(() => staticFiles(join(folder, "none"))).not.toThrow();
});
