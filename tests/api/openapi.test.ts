import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectralCore from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { describe, expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
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
