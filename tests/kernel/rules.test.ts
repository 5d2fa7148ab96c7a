import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocuments } from "@/tests/support/repository/documents";
import {
  citationsOf,
  citationsOfDocument,
  definitionsIn,
  readCitingSources,
} from "@/tests/support/repository/rule-ids";

const definitions = definitionsIn(readFileSync("docs/rules.md", "utf8"));
const defined = new Set(definitions.map(({ id }) => id));

const cited = [
  ...readCitingSources().flatMap(citationsOf),
  ...readDocuments()
    .filter(({ path }) => path !== "docs/rules.md")
    .flatMap(citationsOfDocument),
];

test("every rule that the repository cites is defined in docs/rules.md", () => {
  expect(cited.length).toBeGreaterThan(300);
  expect(cited.filter(({ id }) => !defined.has(id))).toEqual([]);
});

test("every rule of docs/rules.md is cited", () => {
  const ids = new Set(cited.map(({ id }) => id));
  expect([...defined].filter((id) => !ids.has(id))).toEqual([]);
});

test("docs/rules.md defines each rule once, under its letter, in order", () => {
  const order = ({ id, group }: { id: string; group: string }) => [group, Number(id.slice(1))] as const;
  const sorted = definitions.toSorted((a, b) => {
    const [one, other] = [order(a), order(b)];
    return one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1];
  });
  expect(definitions).toEqual(sorted);
  expect(definitions.length).toBe(defined.size);
  expect(definitions.filter(({ id, group }) => !id.startsWith(group))).toEqual([]);
});

const idsOf = (path: string, text: string) => citationsOf({ path, text }).map(({ id }) => id);

test.each([
  ["a comment", "lib/a.ts", "/** J1, P7: where messages go (A3). */ // K1's rule", ["J1", "P7", "A3", "K1"]],
  ["a title", "tests/a.test.ts", 'test("P1 P12 once", f); test.step("X5, X8 asked", f);', ["P1", "P12", "X5", "X8"]],
  ["a row of a table", "tests/a.test.ts", '["E16 frozen", {}],', ["E16"]],
  ["a migration", "db/migrations/1.sql", "-- E6: no overlap\nSELECT 'Q1';", ["E6"]],
])("an id is found in %s", (_, path, text, ids) => {
  expect(idsOf(path, text)).toEqual(ids);
});

test.each([
  ["code", "lib/a.ts", "const H1 = B4; keys({ F2: undo });"],
  ["a text of the product", "lib/a.ts", 'const text = "P1 once";'],
  [
    "a text that does not begin with it",
    "tests/a.test.ts",
    'press("F2"); fetch("/x/%E0%A4%A"); header("W8 F10:1 Ip A1:1");',
  ],
  ["a hash or a test of the browser", "lib/a.ts", "// SHA-384, E2E, 0xA4, #C9, B2B, R2D2, ISO-A4, v.C1, X11.5"],
  [
    "paper, percentiles, control characters, headings and keys",
    "lib/a.ts",
    "// A4 paper, P50, p99, C1 controls, H1 heading, key F4",
  ],
])("no id is found in %s", (_, path, text) => {
  expect(idsOf(path, text)).toEqual([]);
});
