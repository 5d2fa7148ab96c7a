import { describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { listMembers } from "@/lib/contracts/members/members";
import type { Caller } from "@/lib/kernel/caller";
import { encodeCursor, signCursor, verifyCursor } from "@/lib/kernel/cursor";
import { parseInput } from "@/lib/kernel/validation";
import { exampleOf } from "@/tests/support/contracts/examples";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";

const in_gym = (id: string | null) => ({ organization: id ? { id } : null }) as Caller;
const lists = contracts.filter(({ input }) => "cursor" in input.shape);
const position = encodeCursor(["2026-03-05T12:00:00Z", "x"]);

test("every list of the API is looked at", () => {
  expect(lists.length).toBeGreaterThan(15);
});

describe.each(lists.map((list) => [list.id, list] as const))("%s", (_, list) => {
  const input = parseInput(list.input, exampleOf(list).input);
  const { next_cursor } = signCursor(list, in_gym("one"), input, { next_cursor: position });
  const open = (caller: Caller, changed: object = {}, other = list) =>
    verifyCursor(other, caller, { ...input, cursor: next_cursor, ...changed }).cursor;

  test("R5 takes its own cursor, also with another page size", () => {
    expect(open(in_gym("one"))).toBe(position);
    expect(open(in_gym("one"), { limit: 7, with_total: true })).toBe(position);
  });

  test("A1 refuses the cursor of another gym, list, filter or sort, and one that was changed", () => {
    const other = lists.find(({ id }) => id !== list.id) ?? list;
    const refused = expect.objectContaining({ status: 400, code: "malformed_cursor" });
    expect(() => open(in_gym("two"))).toThrow(refused);
    expect(() => open(in_gym(null))).toThrow(refused);
    expect(() => open(in_gym("one"), {}, other)).toThrow(refused);
    expect(() => open(in_gym("one"), { one_more_filter: "x" })).toThrow(refused);
    for (const name of Object.keys(input).filter((key) => key !== "limit" && !key.startsWith("with_")))
      expect(() => open(in_gym("one"), { [name]: "another" }), name).toThrow(refused);
    expect(() => open(in_gym("one"), { cursor: `A${next_cursor}` })).toThrow(refused);
    expect(() => open(in_gym("one"), { cursor: position })).toThrow(refused);
  });
});

test("A1 a cursor of the members of one gym, search and sort is worth nothing elsewhere", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  for (const one of [gym, other]) for (const first_name of ["Olga", "Olaf"]) await newMember(one, { first_name });
  const as = ({ people }: Gym) => ({ token: people.gym_owner.token });
  const first = await call(listMembers, { q: "ol", sort: "name", limit: 1 }, as(gym));
  const cursor = first.next_cursor ?? "";
  const next = await call(listMembers, { q: "ol", sort: "name", limit: 5, cursor }, as(gym));
  expect([...first.data, ...next.data].map(({ first_name }) => first_name)).toEqual(["Olaf", "Olga"]);
  const codes = await Promise.all([
    refusal(listMembers, { q: "ol", sort: "name", cursor }, as(other)),
    refusal(listMembers, { q: "o", sort: "name", cursor }, as(gym)),
    refusal(listMembers, { q: "ol", sort: "-name", cursor }, as(gym)),
    refusal(listMembers, { q: "ol", sort: "name", archived: "only", cursor }, as(gym)),
  ]);
  expect(codes.map(({ status, code }) => [status, code])).toEqual(Array(4).fill([400, "malformed_cursor"]));
});
