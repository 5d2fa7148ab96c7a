import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { Problem } from "@/lib/kernel/errors";
import { log, redirectConsole } from "@/lib/kernel/log";
import { problemResponse } from "@/lib/kernel/problem-response";
import { personalIn, takeLines } from "@/tests/support/environment/log-canaries";
import { newUser } from "@/tests/support/gym/gym";

const person = "Mina Member <mina.member@example.com>, +49 151 12345678, a long walk by the river";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaW5hIn0.c2lnbmF0dXJlLW9mLW1pbmE";

/** The log lines of one call, and the personal data in them. */
function written(write: () => void) {
  takeLines();
  write();
  const lines = takeLines();
  expect(personalIn(lines)).toEqual([]);
  for (const part of ["mina", "12345678", "river", token.slice(0, 20)])
    expect(lines.join("").toLowerCase()).not.toContain(part.toLowerCase());
  return lines.map(
    (line) => JSON.parse(line) as { err?: Record<string, unknown>; msg: string } & Record<string, unknown>,
  );
}

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable("it must fail"),
    (error: unknown) => error,
  );

test("a row that PostgreSQL refuses leaves its constraint in the log and none of its values", async () => {
  const { id } = await newUser();
  const row = { id, email: "mina.member@example.com", name: person };
  const error = await thrown(inIdentity(null, (db) => db.insert(users).values(row)));
  const [line] = written(() => problemResponse(error, "r-1", "http://127.0.0.1/api/v1/x?email=mina"));
  expect(line?.err).toMatchObject({
    message: "Failed query",
    statement: expect.stringMatching(/^insert into "users"/),
    cause: { message: "PostgreSQL 23505", code: "23505", table: "users", constraint: "users_pkey" },
  });
  expect(line?.request_id).toBe("r-1");
});

test("a value that PostgreSQL cannot read is not in the log", async () => {
  const text = `select '${person}'::uuid`;
  const errors = [await thrown(pool().query(text)), await thrown(inIdentity(null, (db) => db.execute(sql.raw(text))))];
  for (const error of errors) {
    const [line] = written(() => log().error({ err: error }, "failed"));
    expect(JSON.stringify(line?.err)).toContain("22P02");
  }
});

test("the log of a vendor's error has its kind and status, not its response", () => {
  const error = Object.assign(new Error(`550 no such mailbox mina.member@example.com (token=${token})`), {
    name: "ResponseError",
    code: 403,
    response: { body: { to: person }, headers: { authorization: token } },
    config: { url: `https://api.vendor.example/v3?email=mina&key=${token}` },
  });
  const [line] = written(() =>
    log().warn({ err: error, organization_id: "0197f0a0-dead-7000-8000-00000000dead" }, "x"),
  );
  expect(line).toMatchObject({ err: { type: "ResponseError", code: 403 }, organization_id: /^0197f0a0-dead/ });
  expect(line?.err?.stack).toContainEqual(expect.stringContaining("logs.test.ts"));
});

test.each<[string, () => void]>([
  ["an error without a key", () => log().error(new Error(`mina.member@example.com, +49 151 12345678, ${token}`))],
  [
    "an error under another key",
    () =>
      log().error(
        { error: new Error("mina.member@example.com"), reason: new Problem("conflict", "+49 151 12345678") },
        "x",
      ),
  ],
  ["a cause", () => log().error({ err: new Error("x", { cause: new Error("to mina.member@example.com") }) }, "x")],
  ["several causes", () => log().error({ err: new AggregateError([new Error("mina.member@example.com")]) }, "x")],
  [
    "an error that was sent as JSON",
    () => log().error({ err: { name: "E", message: "+49 151 12345678", stack: "mina" } }, "x"),
  ],
  [
    "credentials at any depth",
    () => log().info({ a: { b: [{ password: person, token, email: person, first_name: "Mina" }] } }, "x"),
  ],
  [
    "a text",
    () => log().info({ to: person, answer: "no route to mina.member@example.com" }, "sent to mina.member@example.com"),
  ],
  ["JSON that cannot be read", () => log().error({ err: jsonError(`${person}`) }, "x")],
  ["an address with a query", () => log().info({ url: "https://gym.example/reset?token=mina&name=mina" }, "x")],
])("%s is written without personal data", (_, write) => {
  expect(written(write)).toHaveLength(1);
});

function jsonError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

test("what a framework writes to the console goes through the log", () => {
  const { console: framework } = globalThis;
  const { error: sayError, warn } = framework;
  try {
    redirectConsole();
    const error = Object.assign(new Error(`Failed query: select $1\nparams: ${person}`), { digest: "123" });
    const [line] = written(() => framework.error(" ⨯", error, { email: person }));
    expect(line?.err).toMatchObject({ message: "Failed query: select $1\nparams: [removed]", digest: "123" });
    written(() => framework.warn(`Failed query: select $1\nparams: ${person}`));
  } finally {
    Object.assign(framework, { error: sayError, warn });
  }
});
