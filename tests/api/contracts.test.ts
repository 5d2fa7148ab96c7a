import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import type { Contract } from "@/lib/contracts/contract";
import { loadRoute, routeFile, routeFiles } from "@/tests/support/http/api";

test("every route file of the API binds operations whose contracts name its own address", async () => {
  for (const file of routeFiles()) {
    for (const [method, handler] of Object.entries((await loadRoute(file)) ?? {})) {
      const bound = (handler as { contract?: Contract }).contract;
      expect(bound && `${bound.method} ${routeFile(bound)}`, file).toBe(`${method} ${file}`);
      expect(contracts, `${bound?.id} is not in lib/contracts/index.ts`).toContain(bound);
    }
  }
});

test("no two contracts share an id or an address", () => {
  const addresses = contracts.map((contract) => `${contract.method} ${contract.path}`);
  const ids = contracts.map((contract) => contract.id);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(ids).size).toBe(ids.length);
});

test("each tag is tested by one file of tests/api/contracts", () => {
  const folder = "tests/api/contracts";
  const calls = readdirSync(folder).flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/testContracts\(([^)]*)\)/g)].map((call) => call[1] ?? ""),
  );
  const tested = calls.flatMap((call) => [...call.matchAll(/"([^"]+)"/g)].map((tag) => tag[1]));
  expect(tested.sort()).toEqual([...new Set(contracts.map(({ tag }) => tag))].sort());
});
