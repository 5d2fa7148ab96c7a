import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";

async function startWith(
  variables: Record<string, string | undefined>,
): Promise<{ exit: number | null; said: string }> {
  vi.resetModules();
  await closePool();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  let exit: number | null = null;
  let said = "";
  vi.spyOn(process, "exit").mockImplementation((code) => {
    exit = Number(code);
    throw new Error("exit");
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const { startUp } = await import("@/lib/kernel/start-up");
  await startUp().catch((error: Error) => {
    if (error.message !== "exit") throw error;
  });
  return { exit, said };
}

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
  await closePool();
});

test("the server starts with the application's login", async () => {
  expect(await startWith({ TRUST_PROXY: "1" })).toEqual({ exit: null, said: "" });
});

test("the server refuses to start with the login that owns the tables", async () => {
  const { exit, said } = await startWith({ DATABASE_URL: process.env.DATABASE_OWNER_URL });
  expect(exit).toBe(1);
  expect(said).toContain("could see every gym's rows");
});

test("the server refuses to start without its secret, and says which", async () => {
  const { exit, said } = await startWith({ NEXTAUTH_SECRET: undefined });
  expect(exit).toBe(1);
  expect(said).toContain("NEXTAUTH_SECRET");
});

test("production refuses to start with a sample secret, and does not repeat it", async () => {
  const sample = "change-me-please-this-is-only-an-example";
  const { exit, said } = await startWith({ NODE_ENV: "production", NEXTAUTH_SECRET: sample });
  expect(exit).toBe(1);
  expect(said).toContain("Sample secrets are not allowed");
  expect(said).not.toContain(sample);
});

const url = "https://inngest.gym.example";
const sender = "FitFlow Pro <hello@gym.example>";

test.each<[string, Record<string, string>, string]>([
  ["an event key alone", { INNGEST_EVENT_KEY: "e" }, "INNGEST_SIGNING_KEY is missing"],
  ["a signing key alone", { INNGEST_SIGNING_KEY: "s" }, "INNGEST_EVENT_KEY is missing"],
  ["an event key and an address", { INNGEST_EVENT_KEY: "e", INNGEST_BASE_URL: url }, "INNGEST_SIGNING_KEY is missing"],
  ["an address alone", { INNGEST_BASE_URL: url }, "INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are missing"],
  ["a mail vendor without a sender", { RESEND_API_KEY: "k" }, "set MAIL_FROM"],
  ["another mail vendor without a sender", { SENDGRID_API_KEY: "k" }, "set MAIL_FROM"],
  ["a mail server without a sender", { SMTP_URL: "smtp://127.0.0.1" }, "set MAIL_FROM"],
  ["a sender without a vendor", { MAIL_FROM: sender }, "set RESEND_API_KEY, SENDGRID_API_KEY or SMTP_URL"],
  ["two mail vendors", { MAIL_FROM: sender, RESEND_API_KEY: "k", SMTP_URL: "smtp://127.0.0.1" }, "one mail vendor"],
])("the server refuses to start with %s, and says what is missing", async (_half, variables, sentence) => {
  const { exit, said } = await startWith(variables);
  expect(exit).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toContain("    at ");
});

test.each<[string, Record<string, string>]>([
  ["both of Inngest's keys", { INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s" }],
  ["both keys and an address", { INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s", INNGEST_BASE_URL: url }],
  ["a mail vendor and a sender", { RESEND_API_KEY: "k", MAIL_FROM: sender }],
])("the server starts with %s", async (_whole, variables) => {
  expect(await startWith(variables)).toEqual({ exit: null, said: "" });
});

test("production refuses to let anybody run jobs, and says what it takes instead", async () => {
  const { exit, said } = await startWith({ NODE_ENV: "production", INNGEST_DEV: "1" });
  expect(exit).toBe(1);
  expect(said).toContain("Set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY");
});

test("without a trusted proxy a client's address is the connection's, whatever the client writes", async () => {
  await startWith({ TRUST_PROXY: "0" });
  const server = createServer((request, response) => {
    response.end(request.headers["x-forwarded-for"]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(await answer.text()).toBe("127.0.0.1");
  await new Promise((resolve) => server.close(resolve));
});
