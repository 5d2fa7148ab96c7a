import { chosenSteps, type TestStep } from "@/scripts/bootstrap/test-steps.mjs";
import { endAll, endOnSignal, isEnding } from "@/scripts/start/cleanup";
import { prepareRelease } from "@/scripts/start/release";
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
  e2e: [
    "Browser",
    async (progress) => {
      const path = await obtainChromium(progress);
      await prepareRelease(process.cwd(), progress);
      progress("starting the server");
      return runPlaywright({ CHROMIUM_PATH: path }, progress);
    },
  ],
};

export async function run(argv: string[]): Promise<void> {
  endOnSignal(() => undefined);
  for (const name of chosenSteps(argv)) {
    await part(...PARTS[name]);
    if (isEnding()) return;
  }
  await endAll();
  conclude();
}
