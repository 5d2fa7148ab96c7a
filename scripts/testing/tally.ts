import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { say, step } from "@/scripts/bootstrap/steps.mjs";

export type Outcome = {
  passed: number;
  failed: number;
  /** The tests that passed on their second attempt, each with the error of the first. They count as passed. */
  flaky?: string[];
  report?: string;
};

const total = { passed: 0, failed: 0, flaky: [] as string[] };

/** Runs one part of the tests and adds it up; a failure is shown at once and the next part runs all the same. */
export async function part(name: string, work: (progress: Progress) => Promise<Outcome>): Promise<void> {
  const { passed, failed, flaky, report } = await step(name, async (progress) => {
    const outcome = await attempt(work, progress);
    return { ...outcome, summary: summaryOf(outcome) };
  });
  total.passed += passed;
  total.failed += failed;
  total.flaky.push(...(flaky ?? []));
  if (failed && report) say(`\n${indent(report)}\n`);
}

async function attempt(work: (progress: Progress) => Promise<Outcome>, progress: Progress): Promise<Outcome> {
  try {
    return await work(progress);
  } catch (error) {
    return { passed: 0, failed: 1, report: error instanceof Error ? error.message : String(error) };
  }
}

function summaryOf({ failed, flaky = [] }: Outcome): string {
  return [failed && `${failed} failed`, flaky.length && `${flaky.length} flaky`].filter(Boolean).join(", ");
}

/** The last line of the command, and its exit code. */
export function conclude(): void {
  if (total.flaky.length) say(`\nPassed on the second attempt only:\n${indent(total.flaky.join("\n"))}`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed) process.exitCode = 1;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
