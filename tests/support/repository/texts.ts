import { readdirSync, readFileSync } from "node:fs";

export type Line = { path: string; number: number; text: string };

const folders = ["app", "components", "lib/domain", "lib/values", "lib/kernel"];

/** Every line of code that may hold a text for people, without comments, SQL and imports. */
export function readLines(root = process.cwd()): Line[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
      .flatMap((name) => linesOf(`${folder}/${name}`, root)),
  );
}

function linesOf(path: string, root: string): Line[] {
  let in_sql = false;
  return readFileSync(`${root}/${path}`, "utf8")
    .split("\n")
    .flatMap((text, index) => {
      const ticks = text.split("`").length - 1;
      const begins = /\bsql(<[^`]*>)?`/.test(text);
      const skipped = in_sql || begins || /^\s*(\/\/|\*|\/\*|import\b|export \{)/.test(text);
      if (begins && ticks % 2 === 1) in_sql = true;
      else if (in_sql && ticks % 2 === 1) in_sql = false;
      return skipped ? [] : [{ path, number: index + 1, text }];
    });
}

/** What people count in this product. A number before one of them needs its singular. */
const nouns =
  "attempts|cards|cells|check-ins|days|devices|disputes|documents|entries|events|failures|files|gyms|hours|invoices|items|jobs|legal entities|lines|locations|members|memberships|messages|minutes|months|movements|notes|notices|payers|payments|payouts|periods|people|plans|recipients|refunds|rows|runs|scans|seconds|sessions|tags|texts|times|tries|visits|weeks|years";
const plural = new RegExp(`(?:\\$\\{([^{}]+)\\}|(?<!\\$)\\{([^{}]+)\\}) (?:${nouns})\\b(?!=)`, "g");

/** Counts that are never one: constants of the code, and bounds of a form. */
const never_one = new Set([
  "MOST_COLUMNS",
  "limit",
  "max",
  "longestPassword",
  "longestEmail",
  "longestNote",
  "mostNotes",
  "mostTags",
  "maxDays",
  "maxSegments",
  'mostRows.toLocaleString("en-US")',
  'max_bytes.toLocaleString("en-US")',
  "lately",
  "heatWeeks",
  "farthestDays",
  "pauseMinutes",
  "windowHours",
  "streamsPerPerson",
  "longest[above.per]",
  "DAYS_BACK",
  "maxTries",
]);

/** Numbers that stand before a plural, without a choice of words on the line. */
export const wrongPlurals = (line: Line): string[] =>
  /=== 1|> 1\b|counted\(/.test(line.text)
    ? []
    : [...line.text.matchAll(plural)]
        .filter(([, a, b]) => !never_one.has((a ?? b ?? "").trim()))
        .map(([found]) => found);

/** "since Today" and the like: a relative day inside a sentence begins with a small letter. */
export const wrongCapitals = ({ text }: Line): string[] =>
  [...text.matchAll(/\b[a-z]+ \$?\{format(?:Day|DateTime)\(/g)].map(([found]) => found);

/** Keys, errors of the code, and the answers about an uploaded file, which write a day as the file may hold it. */
const quotes = /^lib\/(domain\/(billing\/engine\/line\.ts|imports\/)|values\/tax\/tax-of\.ts)/;

/** A stored day in a sentence, which reads as 2026-03-08. */
export const storedDays = ({ path, text }: Line): string[] =>
  (quotes.test(path) ? [] : [...text.matchAll(/`[^`]*\$\{(?:\w+\.)*\w+_on\}[^`]*`/g)])
    .map(([found]) => found)
    .filter((found) => /[a-z] \$\{(?:\w+\.)*\w+_on\}|\w+_on\} [a-z]/.test(found));

const mail = /(?<![\w.@/{-])[Ee]mails?(?![\w@:=(/.}-]| [?=:$])/;
/** A text in quotes of more than one word, and a line of JSX that is nothing but text. */
const written = [
  /"[^"|]* [^"|]*"|`[^`|]* [^`|]*`|>[^<>{}=;]+</g,
  /^\s+[^"'`=;()[\]]*[a-z]{2,} [a-z]{2,}[^"'`=;()[\]]*$/g,
];

export const otherSpellings = ({ text }: Line): string[] =>
  written
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([found]) => found.trim())
    .filter((found) => mail.test(found));
