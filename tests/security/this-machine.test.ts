import { createServer, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isLocalRequest } from "@/lib/kernel/local-request";
import { startUp } from "@/lib/kernel/start-up";

const { emit } = Server.prototype;
const open: Server[] = [];
beforeAll(() => startUp());
afterAll(() => {
  Server.prototype.emit = emit;
  for (const server of open) server.close();
});

async function listen(host: string): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    outgoing.end(isLocalRequest(headers) ? "local" : "remote");
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const ask = (port: number, headers: Record<string, string> = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, headers, agent: false }, (answer) => {
      answer.setEncoding("utf8").once("data", resolve);
    });
    asked.once("error", reject).end();
  });

test("a request over loopback to a server that listens on loopback alone is from this machine", async () => {
  const port = await listen("127.0.0.1");
  expect(await ask(port)).toBe("local");
  expect(await ask(port, { host: `localhost:${port}` })).toBe("local");
});

test("where the server listens to the network, no request is from this machine", async () => {
  expect(await ask(await listen("0.0.0.0"))).toBe("remote");
});

test.each([
  ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded", "forwarded", "via", "x-real-ip"],
  ...["cf-connecting-ip", "cf-ray", "true-client-ip", "x-client-ip", "x-cluster-client-ip", "x-original-url"],
  ...["x-envoy-external-address", "x-amzn-trace-id", "x-azure-clientip", "fly-client-ip", "cdn-loop"],
])("a request that something passed on with %s is from elsewhere", async (name) => {
  expect(await ask(await listen("127.0.0.1"), { [name]: "127.0.0.1" })).toBe("remote");
});

test("a foreign name that leads to this machine is from elsewhere", async () => {
  const port = await listen("127.0.0.1");
  expect(await ask(port, { host: `evil.test:${port}` })).toBe("remote");
  expect(await ask(port, { host: "127.0.0.1.evil.test" })).toBe("remote");
});

test("a client cannot claim to be local", async () => {
  const port = await listen("127.0.0.1");
  await ask(port);
  for (const mark of ["1", "true", "", "undefined"])
    expect(await ask(port, { via: "1.1 proxy", "x-fitflow-this-machine": mark })).toBe("remote");
  expect(isLocalRequest(new Headers({ "x-fitflow-this-machine": "1" }))).toBe(false);
});
