import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { contracts } from "@/lib/contracts";
import { areas } from "@/lib/domain/areas";
import { readSources } from "@/tests/support/repository/walls/source";

const names = areas.map(({ name }) => name);
const audits = areas.flatMap(({ audit }) => audit ?? []);
const phrases = audits.flatMap((audit) => Object.keys(audit.phrases ?? {}));
const targets = audits.flatMap((audit) => Object.keys(audit.targets ?? {}));
const domain = readSources().filter(({ path }) => path.startsWith("lib/domain/"));
const found = (pattern: RegExp) => [
  ...new Set(domain.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name ?? ""))),
];

const folders = (root: string) =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test("the list names every folder of lib/domain once, and each area has its declaration", () => {
  expect([...names].sort()).toEqual(folders("lib/domain").sort());
});

test.each([
  ["lib/contracts", []],
  ["db/schema", []],
  ["tests/api", ["contracts"]],
  ["tests/domain", ["seed", "values"]],
  ["components", ["charts", "docs", "gym", "landing", "layout", "ui"]],
])("the folders of %s bear the names of areas", (root, others) => {
  expect(folders(root).filter((folder) => !names.includes(folder) && !others.includes(folder))).toEqual([]);
});

/** Reads, previews, and what happens outside any organization leave no entry in an organization's log. */
const recorded = contracts.filter(
  ({ method, writes_nothing, access }) =>
    method !== "GET" && !writes_nothing && access !== "public" && access !== "signed_in",
);

test("every contract that leaves an audit entry has a phrase for it", () => {
  expect(recorded.length).toBeGreaterThan(60);
  expect(recorded.map(({ id }) => id).filter((id) => !phrases.includes(id))).toEqual([]);
});

test("every phrase belongs to one area and to an operation that exists", () => {
  expect(new Set(phrases).size).toBe(phrases.length);
  const operations = new Set([...contracts.map(({ id }) => id), ...found(/\b(?:id|action): "([a-z_]+\.[a-z_]+)"/g)]);
  expect(phrases.filter((id) => !operations.has(id))).toEqual([]);
});

test("every kind of target that an operation names is declared by one area, with its name", () => {
  expect(new Set(targets).size).toBe(targets.length);
  const used = found(/target_type: "([a-z_]+)"/g);
  expect(used.length).toBeGreaterThan(20);
  expect([...targets].sort()).toEqual(used.sort());
});

test("every event is declared by one area", () => {
  const declared = areas.flatMap(({ events = [] }) => events.map(({ name }) => name));
  expect(new Set(declared).size).toBe(declared.length);
  expect([...declared].sort()).toEqual(found(/defineEvent\(\s*"([^"]+)"/g).sort());
});

test("no two entries of the navigation share a place or an address", () => {
  const entries = areas.flatMap(({ navigation = [] }) => navigation);
  expect(new Set(entries.map(({ position }) => position)).size).toBe(entries.length);
  expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
});
