import { step } from "@/scripts/bootstrap/steps.mjs";
import { endAll, endOnSignal, isEnding } from "./cleanup";
import { prepareRelease } from "./release";

/** Builds what `npm start` runs. */
export async function run(): Promise<void> {
  endOnSignal(() => undefined);
  try {
    await step("Build", (progress) => prepareRelease(process.cwd(), progress));
  } finally {
    if (!isEnding()) await endAll();
  }
}
