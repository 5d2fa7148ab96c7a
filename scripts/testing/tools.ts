import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { type Output, runNode } from "@/scripts/start/child";
import type { Outcome } from "./tally";

const LINES_SHOWN = 300;

const OTHER_INSTALLATION = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATA_DIR",
  "PORT",
  "PUBLIC_URL",
  "NODE_ENV",
  "FORCE_COLOR",
];

/** The tests make their own database and keys: what the person's shell says about another installation is kept out. */
function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OTHER_INSTALLATION.includes(name));
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), NO_COLOR: "1" };
}

export async function checkTypes(): Promise<Outcome> {
  return verdict(
    await runNode(["node_modules/typescript/bin/tsc", "--noEmit"], { env: surroundings() }, () => undefined),
  );
}

export async function checkLint(): Promise<Outcome> {
  const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=50", "."];
  const knip = ["node_modules/knip/bin/knip.js", "--no-config-hints"];
  for (const args of [biome, knip, [...knip, "--production"]]) {
    const output = await runNode(args, { env: surroundings() }, () => undefined);
    if (output.code !== 0) return verdict(output);
  }
  return { passed: 1, failed: 0 };
}

/** All tests, or those whose path holds one of `parts`. */
export function runVitest(parts: string[], progress: Progress): Promise<Outcome> {
  const reporters = ["--reporter=default", "--reporter=./scripts/testing/vitest-progress.ts"];
  return countTests(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...parts], {}, progress);
}

export function runPlaywright(parts: string[], env: Record<string, string>, progress: Progress): Promise<Outcome> {
  return countTests(["node_modules/playwright/cli.js", "test", ...parts], env, progress);
}

// Both runners get a reporter of ours that prints `@progress done total` and at the end `@result passed failed`.
async function countTests(args: string[], env: Record<string, string>, progress: Progress): Promise<Outcome> {
  let result: Outcome | null = null;
  const output = await runNode(args, { env: { ...surroundings(), ...env } }, (line) => {
    const [word, first, second] = line.split(" ");
    if (word === "@progress") progress("", Number(first), Number(second));
    if (word === "@result") result = { passed: Number(first), failed: Number(second) };
  });
  const report = shorten(output.text.replace(/^(@(progress|result) |\s*✓ ).*\n?/gm, ""));
  const { passed, failed } = (result as Outcome | null) ?? { passed: 0, failed: 0 };
  // A runner that fails without a failed test met an error outside of every test.
  return { passed, failed: output.code === 0 ? failed : Math.max(1, failed), report };
}

function verdict({ code, text }: Output): Outcome {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, report: shorten(text) };
}

function shorten(text: string): string {
  const lines = text.trim().split("\n");
  return lines.length <= LINES_SHOWN ? lines.join("\n") : ["…", ...lines.slice(-LINES_SHOWN)].join("\n");
}
