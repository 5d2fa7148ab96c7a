import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { chosenSteps, type TestStep } from "@/scripts/bootstrap/test-steps.mjs";
import { endAll, endOnSignal, isEnding } from "@/scripts/start/cleanup";
import { prepareRelease } from "@/scripts/start/release";
import { announceChanges } from "./announce";
import { obtainChromium } from "./chromium";
import { conclude, type Outcome, part } from "./tally";
import { checkLint, checkTypes, runPlaywright, runVitest } from "./tools";

type Part = Parameters<typeof part>;

const PARTS: Record<TestStep, Part> = {
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
        report: [server.report, browser.report].filter(Boolean).join("\n"),
      };
    },
  ],
};

async function runBrowser(parts: string[], progress: Progress): Promise<Outcome> {
  const path = await obtainChromium(progress);
  await prepareRelease(process.cwd(), progress);
  progress("starting the server");
  return runPlaywright(parts, { CHROMIUM_PATH: path }, progress);
}

export async function run(argv: string[]): Promise<void> {
  endOnSignal(() => undefined);
  const steps = chosenSteps(argv);
  announceChanges(steps);
  for (const name of steps) {
    await part(...PARTS[name]);
    if (isEnding()) return;
  }
  await endAll();
  conclude();
}
