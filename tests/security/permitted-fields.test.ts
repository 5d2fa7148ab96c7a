import { describe, expect, test } from "vitest";
import { getDashboard } from "@/lib/contracts/insight/dashboard";
import { getMember } from "@/lib/contracts/members/members";
import { getPlan, listPlans } from "@/lib/contracts/memberships/membership-plans";
import { openApiDocument } from "@/lib/kernel/openapi";
import { formatCsvLine, unescapeFormula } from "@/lib/values/csv-line";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { call } from "@/tests/support/http/api";

type Role = keyof Gym["people"];
const as = ({ people }: Gym, role: Role) => ({ token: people[role].token });

describe("A4 a field that a role may not see is left out, not null", () => {
  test("the health flag", async () => {
    const gym = await newGym();
    const has = async (role: Role) => "health_flag" in (await call(getMember, { id: gym.member_id }, as(gym, role)));
    expect([await has("trainer"), await has("receptionist")]).toEqual([true, false]);
  });

  test("money on the dashboard", async () => {
    const gym = await newGym();
    const money = async (role: Role) =>
      Object.keys(await call(getDashboard, {}, as(gym, role))).filter((key) =>
        /^(billed|collected|outstanding|recurring)$/.test(key),
      );
    expect(await money("gym_owner")).toEqual(["billed", "collected", "recurring", "outstanding"]);
    expect(await money("receptionist")).toEqual([]);
  });

  test("the number of memberships of a plan", async () => {
    const gym = await newGym();
    const { id } = await newPlan(gym);
    const counted = async (role: Role) => [
      "current_memberships" in (await call(getPlan, { id }, as(gym, role))),
      "current_memberships" in ((await call(listPlans, { with_counts: true }, as(gym, role))).data[0] ?? {}),
    ];
    expect([await counted("gym_owner"), await counted("member")]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test("the API's description does not promise them", () => {
    const { paths } = openApiDocument("http://127.0.0.1") as { paths: Record<string, { get: unknown }> };
    const places = [
      ["/api/v1/members/{id}", /health_flag/],
      ["/api/v1/dashboard", /"(billed|collected|outstanding|recurring)"/],
      ["/api/v1/membership-plans/{id}", /current_memberships/],
    ] as const;
    for (const [path, field] of places) {
      const required = [...JSON.stringify(paths[path]?.get).matchAll(/"required":\[("[^\]]*)\]/g)].map(
        ([, list]) => list,
      );
      expect(required.length, path).toBeGreaterThan(0);
      for (const list of required) expect(list).not.toMatch(field);
    }
  });
});

describe("Q10 a cell of an export", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    [" =1+1", "' =1+1"],
    ["\t=1+1", "'\t=1+1"],
    ["\r=1+1", '"\'\r=1+1"'],
    ["\u00a0\u200b=1+1", "'\u00a0\u200b=1+1"],
    ["\u0001@x", "'\u0001@x"],
    ["a;=1+1", '"a;=1+1"'],
    ["Jean-Luc", "Jean-Luc"],
    ["a＝b", "a＝b"],
  ])("%j is written as a text", (cell, expected) => {
    expect(formatCsvLine([cell])).toBe(`${expected}\r\n`);
  });

  test.each(["＝1+1", " -5", "\t=x", "'quoted'", "plain"])("%j comes back as it was", (cell) => {
    const written = formatCsvLine([cell]).trimEnd().replace(/^"|"$/g, "");
    expect(unescapeFormula(written)).toBe(cell);
  });
});
