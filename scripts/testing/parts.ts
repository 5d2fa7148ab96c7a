import { readdirSync, readFileSync } from "node:fs";
import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import type { TestStep } from "@/scripts/bootstrap/test-steps.mjs";
import { prepareRelease } from "@/scripts/start/release";
import { obtainChromium } from "./chromium";
import type { Outcome, part } from "./tally";
import { checkLint, checkTypes, runPlaywright, runVitest } from "./tools";

export type Part = Parameters<typeof part>;

export const PARTS: Record<TestStep, Part> = {
  types: ["Types", checkTypes],
  lint: ["Lint", checkLint],
  unit: ["Tests", (progress) => runVitest([], progress)],
  build: [
    "Build",
    async (progress): Promise<Outcome> => {
      await prepareRelease(process.cwd(), progress);
      return { passed: 1, failed: 0 };
    },
  ],
  e2e: ["Browser", (progress) => runBrowser([], progress)],
  security: [
    "Security",
    async (progress) => {
      const [server, browser] = [
        await runVitest(["tests/security/"], progress),
        await runBrowser(["tests/e2e/security/"], progress),
      ];
      return {
        passed: server.passed + browser.passed,
        failed: server.failed + browser.failed,
        flaky: [...(server.flaky ?? []), ...(browser.flaky ?? [])],
        report: [server.report, browser.report].filter(Boolean).join("\n"),
      };
    },
  ],
  soak: ["Soak", (progress) => runVitest(filesWithSizes(), progress, { TEST_SOAK: "1" })],
};

export async function runBrowser(args: string[], progress: Progress): Promise<Outcome> {
  const path = await obtainChromium(progress);
  await prepareRelease(process.cwd(), progress);
  progress("starting the server");
  return runPlaywright(args, { CHROMIUM_PATH: path }, progress);
}

/** The test files that use `sized()`. */
const filesWithSizes = (): string[] =>
  readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((path) => `tests/${path.replaceAll("\\", "/")}`)
    .filter(
      (path) => path.endsWith(".test.ts") && readFileSync(path, "utf8").includes("@/tests/support/environment/soak"),
    );
