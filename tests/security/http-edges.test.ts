import { readdirSync, readFileSync } from "node:fs";
import { createServer, request as httpRequest, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { listMembers } from "@/lib/contracts/members/members";
import { saveProvider } from "@/lib/contracts/messages/notification-providers";
import { createLocation, getLocation, updateLocation } from "@/lib/contracts/organization/locations";
import { allowedMethods, pathsWithoutContract } from "@/lib/kernel/api-paths";
import { interceptRequests } from "@/lib/kernel/intercept-requests";
import { readStrictJson } from "@/lib/kernel/strict-json";
import { config } from "@/proxy";
import { newGym } from "@/tests/support/gym/gym";
import { handlerOf, refusal, send } from "@/tests/support/http/api";

async function post(body: string): Promise<[number, string]> {
  const { token } = (await newGym()).people.gym_owner;
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const handler = await handlerOf(createLocation);
  const response = await handler?.(
    new Request("http://127.0.0.1:3000/api/v1/locations", { method: "POST", headers, body }),
  );
  return [response?.status ?? 0, ((await response?.json()) as { code?: string } | undefined)?.code ?? ""];
}

describe("a JSON body", () => {
  test.each([
    ["a name twice", '{"name":"A","name":"B"}'],
    ["a name twice, once escaped", '{"name":"A","n\\u0061me":"B"}'],
    ["a name twice below", '{"name":"A","opening_hours":{"mon":"24h","tue":[{"a":1,"a":1}]}}'],
    ["__proto__", '{"__proto__":{"name":"A"}}'],
    ["__proto__ below a list", '{"name":[1,{"x":{"__proto__":1}}]}'],
    ["__proto__ escaped", '{"\\u005f_proto__":1}'],
    ["a thousand levels", `${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`],
  ])("R12 with %s is refused", async (_, body) => {
    expect(await post(body)).toEqual([400, "malformed_body"]);
  });

  test("is parsed without changes to its texts", () => {
    const value = {
      a: ["a", "a", { a: 'a":{"a"', b: "\\", c: '\\"' }],
      b: "__proto__",
      c: { a: 1, constructor: 2, "": [] },
      d: [{ a: 1 }, { a: 2 }],
      " spaced \n": [[], [[]], {}, -1.5e3, true, null],
    };
    expect(readStrictJson(JSON.stringify(value))).toEqual(value);
    expect(readStrictJson(JSON.stringify(value, null, 2))).toEqual(value);
  });

  test("R12 takes constructor and prototype for names like any other", async () => {
    const { token } = (await newGym()).people.gym_owner;
    const input = { channel: "email", vendor: "resend", settings: { constructor: "x" }, secrets: { prototype: "x" } };
    expect((await refusal(saveProvider, input, { token })).status).toBe(422);
  });
});

test("R12 a query that names __proto__ is refused", async () => {
  const { token } = (await newGym()).people.gym_owner;
  const handler = await handlerOf(listMembers);
  const headers = { authorization: `Bearer ${token}` };
  const response = await handler?.(new Request("http://127.0.0.1:3000/api/v1/members?__proto__=1", { headers }));
  expect([response?.status, (await response?.json())?.errors[0].field]).toEqual([422, "__proto__"]);
});

test("an If-Match that is no ETag is 400, one of another version 412", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const withTag = async (tag: string) => {
    const input = { id: gym.location_id, capacity: 70 };
    const { status, code } = await refusal(updateLocation, input, { token, headers: { "if-match": tag } });
    return [status, code];
  };
  for (const tag of ["1", '"1', "", 'W"1"', '"1", "2"'])
    expect(await withTag(tag), tag).toEqual([400, "malformed_header"]);
  for (const tag of ['"7"', 'W/"7"', '"abc"', `"${"9".repeat(40)}"`])
    expect(await withTag(tag), tag).toEqual([412, "version_conflict"]);
});

test("a problem document names the path that was asked for, and no query", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { instance } = (await refusal(listMembers, { q: "\u0000" }, { token })) as { instance?: string };
  expect(instance).toBe("/api/v1/members");
});

test("the table of addresses is what app/api serves", () => {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("route.ts"),
  );
  const served = files
    .filter((file) => !file.startsWith("v1/") && !file.startsWith("[...unknown]"))
    .map((file) => {
      const address = `/api/${file.replace(/\/route\.ts$/, "")}`
        .replace(/\[\.\.\.\w+\]/, "**")
        .replace(/\[\w+\]/g, "*");
      const source = readFileSync(`app/api/${file}`, "utf8");
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
        new RegExp(`export (const|(async )?function) ${method}\\b`).test(source),
      );
      return [address, methods];
    });
  expect(Object.fromEntries(served)).toEqual(pathsWithoutContract);
  for (const { path, method } of contracts) expect(allowedMethods(path.replace(/\{\w+\}/g, "x"))).toContain(method);
});

test("only the API and files that are there are served without the headers of pages", () => {
  const pages = new RegExp(`^${config.matcher[0]}$`);
  const files = readdirSync("public", { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^public/, ""));
  for (const file of [...files, "/icon.svg", "/vendor/redoc.js", "/_next/static/chunks/a.js"]) {
    expect(pages.test(file), `name ${file} in the matcher of proxy.ts`).toBe(false);
  }
  for (const path of ["/", "/manage/x/members/a.png", "/a.css", "/fonts/a.woff2", "/vendor/x/a.js", "/icon.svg/x"]) {
    expect(pages.test(path), path).toBe(true);
  }
});

describe("in front of Next", () => {
  const { emit } = Server.prototype;
  let server: Server;
  const seen: string[] = [];

  beforeAll(async () => {
    interceptRequests({ trusts_proxy: false, api_routes: null, static_folder: null });
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end("handler");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterAll(() => {
    Server.prototype.emit = emit;
    return new Promise((resolve) => server.close(resolve));
  });

  function ask(method: string, path: string): Promise<{ status: number; body: string; headers: Headers }> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ host: "127.0.0.1", port, method, path, agent: false }, async (incoming) => {
        let body = "";
        for await (const chunk of incoming) body += chunk;
        const headers = new Headers(incoming.headers as Record<string, string>);
        resolve({ status: incoming.statusCode ?? 0, body, headers });
      });
      outgoing.on("error", reject).end();
    });
  }

  test.each([
    ["GET", "/api"],
    ["GET", "/api/"],
    ["GET", "/api/v1"],
    ["POST", "/api/v1/nothing"],
    ["GET", "/api/v2/members"],
    ["GET", "/api/v1/members/x/y/z"],
    ["GET", "/api/v1/members/%E0%A4%A"],
    ["GET", "/api/v1/members/%ff?limit=1"],
    ["GET", "/api/v1/members/a%00b"],
    ["DELETE", "/api/auth"],
  ])("%s %s is a problem document that says 404", async (method, path) => {
    const { status, body, headers } = await ask(method, path);
    expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(JSON.parse(body)).toMatchObject({ code: "not_found", status: 404, instance: path.split("?")[0] });
  });

  test.each([
    ["DELETE", "/api/v1/members", "GET, HEAD, OPTIONS, POST"],
    ["TRACE", "/api/v1/members", "GET, HEAD, OPTIONS, POST"],
    ["PATCH", "/api/v1/check-ins?x=1", "GET, HEAD, OPTIONS, POST"],
    ["POST", "/api/openapi.json", "GET, HEAD, OPTIONS"],
    ["GET", "/api/webhooks/twilio/some-gym", "OPTIONS, POST"],
    ["TRACE", "/manage", "GET, HEAD, POST, OPTIONS"],
    ["PROPFIND", "/", "GET, HEAD, POST, OPTIONS"],
  ])("%s %s is 405 and lists the methods", async (method, path, allow) => {
    const { status, body, headers } = await ask(method, path);
    expect([status, headers.get("allow")]).toEqual([405, allow]);
    expect(JSON.parse(body)).toMatchObject({ code: "method_not_allowed", instance: path.split("?")[0] });
  });

  test("OPTIONS lists the methods", async () => {
    const { status, headers } = await ask("OPTIONS", "/api/v1/members/0197f0a0-dead-7000-8000-00000000dead");
    expect([status, headers.get("allow")]).toEqual([204, "DELETE, GET, HEAD, OPTIONS, PATCH"]);
  });

  test.each([
    ["GET", "/api/v1/members?q=100%", "/api/v1/members?q=100%"],
    ["HEAD", "/api/v1/members", "/api/v1/members"],
    ["GET", "/api/v1/members/", "/api/v1/members/"],
    ["POST", "/api/auth/callback/credentials", "/api/auth/callback/credentials"],
    ["GET", "/manage/caf%C3%A9?q=100%", "/manage/caf%C3%A9?q=100%"],
    ["GET", "/manage/%ff", "/no-such-page"],
    ["GET", "/manage/a%00b", "/no-such-page"],
    ["GET", "/manage?q=a%00b", "/no-such-page"],
    ["GET", "//evil.example/%E0%A4%A", "/no-such-page"],
  ])("%s %s reaches the framework as %s", async (method, path, expected) => {
    seen.length = 0;
    expect((await ask(method, path)).status).toBe(200);
    expect(seen).toEqual([`${method} ${expected}`]);
  });
});

test("HEAD reads ?organization= as GET does", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const handler = await handlerOf(getLocation);
  const url = `http://127.0.0.1:3000/api/v1/locations/${gym.location_id}?organization=no-such-gym`;
  const response = await handler?.(new Request(url, { method: "HEAD", headers: { authorization: `Bearer ${token}` } }));
  expect(response?.status).toBe(404);
  expect((await send(getLocation, { id: gym.location_id }, { token })).status).toBe(200);
});
