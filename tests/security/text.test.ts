import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contracts } from "@/lib/contracts";
import type { Contract } from "@/lib/contracts/contract";
import { login } from "@/lib/contracts/identity/auth";
import { listImportRows } from "@/lib/contracts/imports/import-rows";
import { listMembers } from "@/lib/contracts/members/members";
import { Problem } from "@/lib/kernel/errors";
import { parseInput } from "@/lib/kernel/validation";
import { truncate } from "@/lib/values/storable-text";
import { exampleOf } from "@/tests/support/contracts/examples";
import { newGym } from "@/tests/support/gym/gym";
import { checked, csv, uploadCsv } from "@/tests/support/gym/imports";
import { newPlan } from "@/tests/support/gym/plans";
import { call, refusal, send } from "@/tests/support/http/api";

const poisons = ["a\u0000b", "a\ud800b"];
type Leaf = { path: string[]; build(text: string): unknown };

/** Every place of a schema where a text may occur: fields, items of lists, members of unions, keys and values of records. */
function leavesOf(schema: z.core.$ZodType): Leaf[] {
  const def = schema._zod.def as unknown as { type: string } & Record<string, unknown>;
  const inner = (one: unknown) => leavesOf(one as z.core.$ZodType);
  const under = (key: string, one: unknown, wrap: (value: unknown) => unknown) =>
    inner(one).map(({ path, build }): Leaf => ({ path: [key, ...path], build: (text) => wrap(build(text)) }));
  const text: Leaf = { path: [], build: (poison) => poison };
  switch (def.type) {
    case "object":
      return Object.entries(def.shape as object).flatMap(([key, one]) =>
        under(key, one, (value) => ({ [key]: value })),
      );
    case "array":
      return under("0", def.element, (value) => [value]);
    case "record":
      return [
        { path: ["*"], build: (poison) => ({ [poison]: "x" }) },
        ...under("key", def.valueType, (value) => ({ key: value })),
      ];
    case "union":
      return (def.options as unknown[]).flatMap(inner);
    case "pipe":
      return [...inner(def.in), ...inner(def.out)];
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return inner(def.innerType);
    case "lazy":
      return inner((def.getter as () => unknown)());
    case "transform":
      return [];
    case "string":
    case "enum":
    case "literal":
    case "unknown":
    case "int":
    case "number":
    case "boolean":
    case "null":
      return [text];
    default:
      throw new Error(`State where texts occur in a schema of type ${def.type}`);
  }
}

const problemOf = (contract: Contract, input: unknown) => {
  try {
    parseInput(contract.input, input);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  return undefined;
};

describe.each(contracts.map((contract) => [contract.id, contract] as const))("%s", (_, contract) => {
  test("R12 refuses NUL and lone surrogates in every field that takes a text, and names it", () => {
    for (const { path, build } of leavesOf(contract.input)) {
      for (const poison of poisons) {
        const input = { ...exampleOf(contract).input, ...(build(poison) as object) };
        const problem = problemOf(contract, input);
        const field = path.map((part) => (part === "*" ? "a\ufffdb" : part)).join(".");
        expect([problem?.status, problem?.extras.errors?.map((error) => error.field)]).toEqual([422, [field]]);
      }
    }
  });
});

test("the walk finds texts in lists, records and unions", () => {
  const schema = z.object({
    list: z.array(z.string()),
    map: z.record(z.string(), z.union([z.string(), z.int()])),
    wrapped: z.preprocess((value) => value, z.string().optional()),
  });
  expect(leavesOf(schema).map(({ path }) => path.join("."))).toEqual([
    "list.0",
    "map.*",
    "map.key",
    "map.key",
    "wrapped",
  ]);
});

test("R12 a search term, an e-mail and an unknown field are refused with the field's name", async () => {
  const { token } = (await newGym()).people.gym_owner;
  const search = await refusal(listMembers, { q: "a\u0000b" }, { token });
  expect([search.status, search.code, search.errors?.[0]?.field]).toEqual([422, "invalid_input", "q"]);
  const signIn = await refusal(login, { email: "a\ud800b", password: "x" });
  expect([signIn.status, signIn.errors?.[0]?.field]).toEqual([422, "email"]);
  const unknown = await refusal(listMembers, { other: "\u0000" }, { token });
  expect([unknown.status, unknown.errors?.[0]?.field]).toEqual([422, "other"]);
});

test("R12 stored headers may hold any byte that HTTP allows", async () => {
  const { token } = (await newGym()).people.gym_owner;
  const headers = {
    "user-agent": "\u00ff\u0080\t".repeat(300),
    "x-reason": "\u00e9".repeat(900),
    "x-request-id": "\u00ff",
  };
  expect((await send(listMembers, {}, { token, headers })).status).toBe(200);
});

describe("an import", () => {
  test("R12 rejects the row with a NUL and imports the others", async () => {
    const gym = await newGym();
    const rows = ["Ada,ada@example.com", "B\u0000o,bo@example.com", "Cy,cy@example.com"];
    const { id } = await uploadCsv(gym, csv("First name,Email", ...rows));
    const job = await checked(gym, id);
    expect([job.status, job.summary?.ready, job.summary?.refused]).toEqual(["checked", 2, 1]);
    const { data } = await call(
      listImportRows,
      { id, status: ["refused"] },
      {
        token: gym.people.gym_owner.token,
      },
    );
    expect(data.map(({ row_number, problems }) => [row_number, problems[0]?.field, problems[0]?.code])).toEqual([
      [3, "first_name", "cell_unreadable"],
    ]);
  });

  test("R12 quotes a long cell without cutting a character in half", async () => {
    const gym = await newGym();
    const cell = `${"x".repeat(56)}\u{1f600}${"y".repeat(20)}`;
    const { id } = await uploadCsv(gym, csv("First name,Birthday", `Ada,${cell}`, "Bo,2001-02-03"));
    const job = await checked(gym, id);
    expect([job.status, job.summary?.ready, job.summary?.refused]).toEqual(["checked", 1, 1]);
  });

  test("finds a plan called constructor, a name that every object has", async () => {
    const gym = await newGym();
    const plan = await newPlan(gym, { name: "constructor" });
    const { id } = await uploadCsv(gym, csv("First name,Plan,Start", "Ada,constructor,2026-01-01"));
    const { summary } = await checked(gym, id);
    expect(summary?.plans.map(({ name, plan_id }) => [name, plan_id])).toEqual([["constructor", plan.id]]);
    expect([summary?.ready, summary?.refused]).toEqual([1, 0]);
  });
});

test("a text is cut before a character, never inside of it", () => {
  expect([truncate("ab\u{1f600}", 3), truncate("ab\u{1f600}", 4), truncate("abc", 2)]).toEqual([
    "ab",
    "ab\u{1f600}",
    "ab",
  ]);
});
