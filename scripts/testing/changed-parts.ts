import { say } from "@/scripts/bootstrap/steps.mjs";
import { type Changes, findChanges } from "./changes";
import { PARTS, type Part, runBrowser } from "./parts";
import { listChangedTests, runVitest } from "./tools";

/** They read the repository instead of importing it, so that every change can break them. */
const ALWAYS = "tests/kernel/";

/** Types and lint of everything, the tests that import what has changed, and the browser tests that the change can break. */
export async function changedParts(): Promise<Part[]> {
  const changes = findChanges();
  const tests = (await listChangedTests(changes.base)).filter((file) => !file.startsWith(ALWAYS));
  say(`${changes.files.length} files differ from ${changes.base.slice(0, 8)}.`);
  say(`Runs types, lint, ${ALWAYS}, ${tests.length} further test files, ${browserWords[changes.browser]}.\n`);
  const unit: Part = ["Tests", (progress) => runVitest([ALWAYS, ...tests], progress)];
  return [PARTS.types, PARTS.lint, unit, ...browserParts(changes)];
}

const browserWords: Record<Changes["browser"], string> = {
  all: "the build and all browser tests",
  changed: "the build and the browser tests that changed",
  none: "no browser tests",
};

function browserParts({ base, browser }: Changes): Part[] {
  if (browser === "none") return [];
  const args = browser === "changed" ? [`--only-changed=${base}`] : [];
  return [PARTS.build, ["Browser", (progress) => runBrowser(args, progress)]];
}
