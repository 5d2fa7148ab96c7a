import { expect, test } from "vitest";
import { budgets, usedOf, verdictOn } from "@/scripts/bench/budgets";
import { scenariosOf } from "@/scripts/bench/scenarios";

const budget = { node: 2, postgres: 3 };
const unit = { node_ms: 1, postgres_ms: 1 };
const cpu = (node_cpu_ms: number, postgres_cpu_ms: number) => ({ node_cpu_ms, postgres_cpu_ms });

test("a budget is kept up to 15 % above it", () => {
  expect(verdictOn("check-in", budget, cpu(2.3, 3.4), unit)).toMatchObject({ ratio: 1.14, is_kept: true });
  expect(verdictOn("check-in", budget, cpu(2.3, 3.5), unit)).toMatchObject({ ratio: 1.16, is_kept: false });
});

test("work may move between Node and PostgreSQL", () => {
  expect(verdictOn("check-in", budget, cpu(4, 1), unit)).toMatchObject({ ratio: 1, is_kept: true });
});

test("a machine of half the speed has the same verdict", () => {
  const slow = { node_ms: 2, postgres_ms: 2 };
  expect(verdictOn("check-in", budget, cpu(4, 6), slow)).toMatchObject({
    ratio: 1,
    used: { node: 2, postgres: 3 },
    is_kept: true,
  });
});

test("only one part of the machine is slower", () => {
  expect(verdictOn("check-in", budget, cpu(2, 6), { node_ms: 1, postgres_ms: 2 })).toMatchObject({ ratio: 1 });
});

test("what a request used is the budget that it would keep exactly", () => {
  const used = usedOf(cpu(1.5, 0.5), { node_ms: 0.5, postgres_ms: 0.25 });
  expect(used).toEqual({ node: 3, postgres: 2 });
  expect(verdictOn("check-in", used, cpu(1.5, 0.5), { node_ms: 0.5, postgres_ms: 0.25 }).ratio).toBe(1);
});

test("every scenario has a budget, and every budget a scenario", () => {
  const people = { names: [], visitors: [], tokens: [] } as never;
  const gym = { organization_id: "", slug: "gym", location_ids: [] };
  const scenarios = scenariosOf({ people, gym, deep_cursor: "", connections: [1, 32], requests: 10 });
  expect(Object.keys(budgets).sort()).toEqual(scenarios.map(({ name }) => name).sort());
});
