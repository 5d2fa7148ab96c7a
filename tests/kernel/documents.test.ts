import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  brokenLinks,
  missingCommands,
  missingPaths,
  packagesListed,
  readDocuments,
} from "@/tests/support/repository/documents";

type Manifest = Record<"scripts" | "dependencies" | "devDependencies", Record<string, string>>;

const documents = readDocuments();
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const textOf = (path: string) => documents.find((document) => document.path === path)?.text ?? "";

const written = (text: string) => ({ path: "docs/new.md", text });

test("every relative link of README.md and docs leads to a file and a heading", () => {
  expect(documents.length).toBeGreaterThan(5);
  expect(documents.flatMap((document) => brokenLinks(document, documents))).toEqual([]);
});

test("a link to a missing file or heading is found", () => {
  const text = "[a](gone.md) [b](../README.md#gone) [c](../README.md#try-the-api) [d](https://example.com/gone.md)";
  expect(brokenLinks(written(text), documents)).toEqual([
    "docs/new.md links to gone.md",
    "docs/new.md links to ../README.md#gone",
  ]);
});

test("every file and folder that a document names exists", () => {
  expect(documents.flatMap(missingPaths)).toEqual([]);
  expect(missingPaths(written("`lib/gone.ts`, `tests/api`, `inngest/**` and `lib/domain/<area>`"))).toEqual([
    "docs/new.md names lib/gone.ts",
  ]);
});

test("every command that a document names exists", () => {
  expect(documents.flatMap((document) => missingCommands(document, manifest.scripts))).toEqual([]);
  expect(missingCommands(written("Run `npm run gone`."), manifest.scripts)).toEqual(["docs/new.md names npm run gone"]);
});

test("README.md has at most 90 lines, names both commands and links to every document", () => {
  const readme = textOf("README.md");
  expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(90);
  expect(readme).toMatch(/^npm run up\b/m);
  expect(readme).toMatch(/^npm test\b/m);
  const unlinked = documents.map(({ path }) => path).filter((path) => !readme.includes(`(${path})`));
  expect(unlinked).toEqual(["README.md"]);
});

test.each([
  ["Runtime", "dependencies"],
  ["Development", "devDependencies"],
] as const)("docs/dependencies.md gives a reason for each package under %s, and for no other", (heading, kind) => {
  const section = textOf("docs/dependencies.md")
    .split(/^## /m)
    .find((part) => part.startsWith(heading));
  expect(packagesListed(section ?? "").sort()).toEqual(Object.keys(manifest[kind]).sort());
});

test("docs/glossary.md gives each term one meaning, on one line", () => {
  const rows = textOf("docs/glossary.md").match(/^\| (?!term |---)[^|]+ \| [^|]+ \|$/gm) ?? [];
  const terms = rows.map((row) => row.split(" | ")[0]?.slice(2) ?? "");
  expect(terms.length).toBeGreaterThan(80);
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
});
