import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { misplacedPackages } from "@/tests/support/repository/package-placement";
import { readSources } from "@/tests/support/repository/walls/source";

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

test("dependencies are what a started installation loads, devDependencies are the rest", () => {
  expect(misplacedPackages(manifest, readSources())).toEqual([]);
});

test("a package in the wrong list is found: imported, served by path, or no longer used", () => {
  const sources = [
    { path: "lib/kernel/a.ts", text: 'import { z } from "zod";\nimport type { Pool } from "pg";' },
    { path: "scripts/bootstrap/b.mjs", text: 'await import("tsx/esm/api");' },
    { path: "next.config.ts", text: 'const served = ["node_modules/@scope/docs/bundle.js"];' },
    { path: "tests/c.test.ts", text: 'import { test } from "vitest";' },
  ];
  const wrong = {
    dependencies: { zod: "1", vitest: "1" },
    devDependencies: { pg: "1", tsx: "1", "@scope/docs": "1" },
  };
  expect(misplacedPackages(wrong, sources)).toEqual([
    "tsx is loaded at run time and belongs to dependencies",
    "@scope/docs is loaded at run time and belongs to dependencies",
    "vitest is not loaded at run time and belongs to devDependencies",
  ]);
});

test.each(["Dockerfile", "scripts/bootstrap/packages.mjs"])(
  "%s installs the development packages, which the build needs",
  (file) => {
    expect(readFileSync(file, "utf8")).toMatch(/npm ci --include=dev|"ci", "--include=dev"/);
  },
);

test("the instrumentation of every Node.js library, which inngest would bring for its tracing, is not installed", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, object> };
  const instrumented = Object.keys(packages).filter((path) => path.includes("@opentelemetry/instrumentation-"));
  expect(instrumented).toEqual([]);
});
