import { endAll, endOnSignal, isEnding } from "@/scripts/start/cleanup";
import { conclude, part } from "./tally";
import { checkLint, checkTypes, runVitest } from "./tools";

/** What is worth knowing before a commit, in under a minute. */
export async function run(): Promise<void> {
  endOnSignal(() => undefined);
  await part("Types", checkTypes);
  await part("Lint", checkLint);
  await part("Tests", (progress) => runVitest(["tests/kernel/", ".pure.test."], progress));
  if (isEnding()) return;
  await endAll();
  conclude();
}
