import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export type Document = { path: string; text: string };

/** README.md and everything in docs/, by its path from the root. */
export function readDocuments(root = process.cwd()): Document[] {
  const paths = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  return paths
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const exists = (path: string) => existsSync(join(process.cwd(), path));
const withoutFences = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "");

/** GitHub's anchor of a heading: "A. Tenancy, auth" is #a-tenancy-auth. */
function anchors(text: string): string[] {
  return [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Relative links that lead to no file, or to no heading of it. */
export function brokenLinks({ path, text }: Document, documents: readonly Document[]): string[] {
  const links = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      const document = documents.find((one) => one.path === target);
      return anchor === undefined ? !exists(target) : !document || !anchors(document.text).includes(anchor);
    })
    .map((link) => `${path} links to ${link}`);
}

const FOLDERS = ["app", "components", "db", "docs", "inngest", "lib", "public", "scripts", "tests"];
const PATH = new RegExp(`\`((?:${FOLDERS.join("|")})(?:/[^\`\\s*<>]+)?)\``, "g");

/** Files and folders of the repository that a document names and that are not there. */
export const missingPaths = ({ path, text }: Document): string[] =>
  [...withoutFences(text).matchAll(PATH)]
    .map(([, named = ""]) => named)
    .filter((named) => !exists(named))
    .map((named) => `${path} names ${named}`);

/** Commands `npm run x` that package.json does not have. */
export const missingCommands = ({ path, text }: Document, scripts: Record<string, string>): string[] =>
  [...text.matchAll(/\bnpm run ([\w:-]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in scripts))
    .map((name) => `${path} names npm run ${name}`);

/** The packages of the first column of every table. */
export const packagesListed = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
