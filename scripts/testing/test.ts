import { chosenSteps } from "@/scripts/bootstrap/test-steps.mjs";
import { endAll, endOnSignal, isEnding } from "@/scripts/start/cleanup";
import { announceChanges } from "./announce";
import { changedParts } from "./changed-parts";
import { PARTS } from "./parts";
import { conclude, part } from "./tally";

export async function run(argv: string[]): Promise<void> {
  endOnSignal(() => undefined);
  const { steps, is_changed_only } = chosenSteps(argv);
  announceChanges(steps);
  const parts = is_changed_only ? await changedParts() : steps.map((name) => PARTS[name]);
  for (const one of parts) {
    await part(...one);
    if (isEnding()) return;
  }
  await endAll();
  conclude();
}
