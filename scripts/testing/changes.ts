import { execFileSync } from "node:child_process";

/** `browser`: which browser tests a change can break. */
export type Changes = { base: string; files: string[]; browser: "all" | "changed" | "none" };

/** What the production build contains and a page shows. The rest of the server is covered by the tests of `unit`. */
const SHOWN =
  /^(app\/(?!api\/)|components\/|lib\/client\/|public\/|proxy\.ts|next\.config\.|instrumentation|package-lock\.json)/;
const BROWSER_TEST = /^(tests\/e2e\/|playwright\.config\.)/;

/** Files that differ from the commit where this branch left main, and files that are not committed. */
export function findChanges(): Changes {
  const base = mergeBase();
  const files = [
    ...lines("diff", "--name-only", "--no-renames", base),
    ...lines("ls-files", "--others", "--exclude-standard"),
  ];
  return { base, files, browser: browserTestsFor(files) };
}

export function browserTestsFor(files: readonly string[]): Changes["browser"] {
  if (files.some((file) => SHOWN.test(file))) return "all";
  return files.some((file) => BROWSER_TEST.test(file)) ? "changed" : "none";
}

function mergeBase(): string {
  for (const main of ["origin/main", "main"]) {
    try {
      return lines("merge-base", "HEAD", main)[0] ?? "HEAD";
    } catch {
      // This clone does not have that branch.
    }
  }
  return "HEAD";
}

function lines(...args: string[]): string[] {
  const text = execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return text.split("\n").filter(Boolean);
}
