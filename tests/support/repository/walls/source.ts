import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Source = { path: string; text: string };

const ROOTS = ["app", "components", "db", "inngest", "lib", "scripts", "tests"];
const READ = /\.(ts|tsx|mjs|css)$/;
const GENERATED = /^db\/migrations\/|\.generated\./;

/** Every file that people of this project write, by its path from the root. */
export function readSources(root = process.cwd()): Source[] {
  const nested = ROOTS.flatMap((folder) => walk(root, folder));
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && READ.test(entry.name));
  return [...top.map((entry) => entry.name), ...nested]
    .filter((path) => READ.test(path) && !GENERATED.test(path) && path !== "next-env.d.ts")
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function walk(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(root, path) : [path];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The code without its comments, so that a sentence about `Date.now()` is not taken for a call. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{(,])\/\/[^\n]*/g, "$1");
}
