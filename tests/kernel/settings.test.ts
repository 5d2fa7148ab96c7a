import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readSources } from "@/tests/support/repository/walls/source";

const documented = [...readFileSync(".env.example", "utf8").matchAll(/^#([A-Z0-9_]+)=/gm)].map(
  (match) => match[1] ?? "",
);

/** Set by the terminal, by npm or by a build service, not by us. */
const SURROUNDINGS = ["CI", "TERM", "NEXT_RUNTIME", "NEXT_PHASE", "VITEST_POOL_ID"];

function used(): string[] {
  const server = readFileSync("lib/kernel/env.ts", "utf8").matchAll(/^ {2}([A-Z0-9_]+):/gm);
  const scripts = readSources()
    // The bench talks to the servers it starts through variables of its own.
    .filter(({ path }) => /^(scripts\/(?!bench\/)|[^/]+\.config\.)/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/process\.env\.([A-Z0-9_]+)/g)]);
  const names = [...server, ...scripts].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => !SURROUNDINGS.includes(name)).sort();
}

test("every setting is explained in .env.example, and nothing else is", () => {
  expect([...documented].sort()).toEqual(used());
});

test("copying .env.example changes nothing until a line is uncommented", () => {
  const active = readFileSync(".env.example", "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  expect(active).toEqual([]);
});

test("the container is given only settings that exist", () => {
  const { services } = parse(readFileSync("docker-compose.yml", "utf8")) as {
    services: { app: { environment: Record<string, string> } };
  };
  expect(Object.keys(services.app.environment).filter((name) => !documented.includes(name))).toEqual([]);
});
