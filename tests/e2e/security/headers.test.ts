import { request as httpRequest } from "node:http";
import { expect, test } from "playwright/test";

type Answer = { status: number; headers: Record<string, string>; body: string };

/** The path as it is written: a browser's own client would repair it. */
function ask(base: string | undefined, path: string, { method = "GET" } = {}): Promise<Answer> {
  const { hostname, port } = new URL(base ?? "");
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, path, method, agent: false }, async (incoming) => {
      let body = "";
      for await (const chunk of incoming) body += chunk;
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers as Record<string, string>, body });
    });
    outgoing.on("error", reject).end();
  });
}

const addresses = [
  "/",
  "/sign-in",
  "/docs",
  "/redoc",
  "/manage/x",
  "/manage/x/members/a.png",
  "/manage/x/members/a.js",
  "/a.css",
  "/favicon.ico",
  "/fonts/other.woff2",
  "/vendor/x/a.js",
  "/_next/static/chunks/none.js",
  "/_next/static/none/a.css",
  "/_next/none",
  "/_next/image?url=%2Fnone.png&w=64&q=75",
  "/no/such/page",
  "/sign-in/",
  "//sign-in",
  "/%E0%A4%A",
  "/manage/%ff",
  "/manage/a%00b",
  "/sign-in?next=%00",
  "/sign-in?next=%E0%A4%A",
  "/api/health/none",
];

for (const path of addresses) {
  test(`${path} is no failure, and a page of it has its headers`, async ({ baseURL }) => {
    const { status, headers } = await ask(baseURL, path);
    expect(status).toBeLessThan(500);
    if (!headers["content-type"]?.startsWith("text/html")) return;
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect([headers["x-frame-options"], headers["x-content-type-options"]]).toEqual(["DENY", "nosniff"]);
  });
}

test("an address that cannot be decoded is a page that is not there", async ({ baseURL }) => {
  for (const path of ["/%E0%A4%A", "/manage/%ff", "/manage/a%00b", "/sign-in?next=%00"]) {
    const { status, headers } = await ask(baseURL, path);
    expect([status, headers["content-type"]], path).toEqual([404, "text/html; charset=utf-8"]);
  }
});

test("the API answers what it does not serve with problem documents", async ({ baseURL }) => {
  const cases = [
    ["GET", "/api", 404, "not_found"],
    ["GET", "/api/v1/none", 404, "not_found"],
    ["GET", "/api/v1/members/%ff", 404, "not_found"],
    ["DELETE", "/api/v1/members", 405, "method_not_allowed"],
    ["TRACE", "/api/v1/members", 405, "method_not_allowed"],
    ["GET", "/api/v1/members", 401, "unauthenticated"],
  ] as const;
  for (const [method, path, status, code] of cases) {
    const answer = await ask(baseURL, path, { method });
    expect([answer.status, answer.headers["content-type"]], path).toEqual([status, "application/problem+json"]);
    expect(JSON.parse(answer.body)).toMatchObject({ code, instance: path });
    if (status === 405) expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS, POST");
  }
});

test("files are served without the page headers", async ({ baseURL }) => {
  for (const path of [
    "/icon.svg",
    "/push-worker.js",
    "/pass-worker.js",
    "/fonts/geist-variable.woff2",
    "/vendor/swagger-ui.css",
  ]) {
    const { status, headers } = await ask(baseURL, path);
    expect([status, headers["content-security-policy"]], path).toEqual([200, undefined]);
  }
});
