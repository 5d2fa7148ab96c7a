import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectralCore from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import * as passes from "@/lib/contracts/access/passes";
import type { Contract } from "@/lib/contracts/contract";
import { documented } from "@/lib/contracts/documented";
import { openApiDocument } from "@/lib/kernel/openapi";

const document = openApiDocument("https://api.fitflow.test");

describe("the OpenAPI document", () => {
  test("has no error and no warning under redocly's recommended rules", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`)).toEqual([]);
  });

  test("has no error and no warning under spectral's OpenAPI rules", async () => {
    const spectral = new spectralCore.Spectral();
    spectral.setRuleset({ extends: [[spectralRulesets.oas as never, "recommended"]], rules: {} });
    const problems = await spectral.run(JSON.parse(JSON.stringify(document)));
    expect(problems.map(({ code, message, path }) => `${code} ${path.join(".")}: ${message}`)).toEqual([]);
  }, 60_000);

  test("lists every contract with a summary, its errors and an example", () => {
    const paths = document.paths as Record<
      string,
      Record<string, { operationId: string; summary: string; responses: object }>
    >;
    for (const contract of contracts) {
      const operation = paths[contract.path]?.[contract.method.toLowerCase()];
      expect(operation?.operationId).toBe(contract.id);
      expect(operation?.summary.length).toBeGreaterThan(5);
      expect(Object.keys(operation?.responses ?? {}).filter((status) => status >= "400").length).toBeGreaterThan(0);
    }
  });
});

const modules = import.meta.glob<Record<string, unknown>>("/lib/contracts/**/*.ts", { eager: true });
const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "path" in value && "access" in value;

describe("the documentation beside the contracts", () => {
  test("covers every contract of the public API", () => {
    const exported = Object.entries(modules)
      .filter(([path]) => !/\.docs\.ts$|\/index\.ts$/.test(path))
      .flatMap(([, module]) => Object.values(module).filter(isContract))
      .filter(({ path }) => path.startsWith("/api/v1/"));
    expect(exported.length).toBeGreaterThan(100);
    expect(exported.map(({ id }) => id).sort()).toEqual(contracts.map(({ id }) => id).sort());
  });

  test("is refused by the types where an entry is missing, left over or does not fit", () => {
    const example = { input: {}, output: { now: "2026-03-05T06:42:00.000Z", passes: [] } };
    const own = { summary: "Get the passes", example };
    expect(documented(passes, { getOwnPass: own }).map(({ contract }) => contract.id)).toEqual(["me.pass"]);
    // @ts-expect-error: the only contract of the module has no entry
    documented(passes, {});
    // @ts-expect-error: the module has no such contract
    documented(passes, { getOwnPass: own, getPass: own });
    // @ts-expect-error: the output has no such shape
    documented(passes, { getOwnPass: { ...own, example: { input: {}, output: { passes: [] } } } });
    // @ts-expect-error: an entry has an example
    documented(passes, { getOwnPass: { summary: "Get the passes" } });
  });
});

test("a document of one tag has the operations with that tag and no others", () => {
  const { paths, tags } = openApiDocument("https://api.fitflow.test", "Check-in") as {
    paths: Record<string, Record<string, { tags: string[] }>>;
    tags: { name: string }[];
  };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(3);
  expect(new Set(operations.flatMap((operation) => operation.tags))).toEqual(new Set(["Check-in"]));
  expect(tags.map(({ name }) => name)).toEqual(["Check-in"]);
});
