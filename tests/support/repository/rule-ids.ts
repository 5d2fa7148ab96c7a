import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSources, type Source } from "@/tests/support/repository/walls/source";
import type { Document } from "./documents";

/** A cited rule: its id and the file that cites it. */
export type Citation = { id: string; path: string };

const ID = /(?<![\w%.:/#@-])[A-RX]\d{1,2}(?![\w%]|:\w|[.-]\d)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?:^|[\s;{(,])\/\/[^\n]*/g;
const SQL_COMMENT = /--[^\n]*/g;
/** A text of a test that begins with ids, such as a title "P1 P12 ..." or "X5, X8 ...". */
const TITLE = /["'`]((?:[A-RX]\d{1,2},? )+)/g;

/** What looks like an id and is none: paper, percentiles, control characters, headings, keys of a keyboard. */
const OTHERS = [
  /\bA[345] (?:paper|page|sheet)s?\b/g,
  /\bP(?:50|9\d)\b/gi,
  /\bC[01] (?:control|code)\w*/g,
  /\b[Hh][1-6] (?:heading|element|tag)s?\b/g,
  /\bkeys? F\d{1,2}\b|\bF\d{1,2} key\b/g,
];

/** Their ids are examples. */
const EXAMPLES = ["tests/kernel/rules.test.ts", "tests/support/repository/rule-ids.ts"];

/** Everything in which ids are cited: code, migrations and tests. */
export function readCitingSources(root = process.cwd()): Source[] {
  const migrations = readdirSync(join(root, "db/migrations")).filter((name) => name.endsWith(".sql"));
  const paths = migrations.map((name) => `db/migrations/${name}`);
  const sources = readSources(root).filter(({ path }) => !EXAMPLES.includes(path));
  return [...sources, ...paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))];
}

/** The ids in a file's comments and, in a test, at the beginning of its titles. */
export function citationsOf({ path, text }: Source): Citation[] {
  const comments = text.match(path.endsWith(".sql") ? SQL_COMMENT : COMMENT) ?? [];
  const titles = path.startsWith("tests/") ? [...text.matchAll(TITLE)].map(([, ids = ""]) => ids) : [];
  return [...comments, ...titles].flatMap(idsIn).map((id) => ({ id, path }));
}

/** The ids that a document cites anywhere. */
export const citationsOfDocument = ({ path, text }: Document): Citation[] => idsIn(text).map((id) => ({ id, path }));

function idsIn(text: string): string[] {
  return OTHERS.reduce((left, pattern) => left.replace(pattern, ""), text).match(ID) ?? [];
}

/** The ids that docs/rules.md defines, in its order, each with the letter of its heading. */
export function definitionsIn(text: string): { id: string; group: string }[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((part) =>
      [...part.matchAll(/^- \*\*([A-RX]\d{1,2})\*\* \S/gm)].map(([, id = ""]) => ({ id, group: part.charAt(0) })),
    );
}
