import { unwantedInBrowser } from "./browser";
import { cycles } from "./cycles";
import { brokenLayers, detours } from "./layers";
import { forbiddenFolders, misplaced, tooLong } from "./places";
import type { Source } from "./source";

/** Everything in which the sources break the rules, one sentence each. */
export function brokenWalls(sources: Source[]): string[] {
  const each = [brokenLayers, detours, misplaced, forbiddenFolders, tooLong];
  return [
    ...sources.flatMap((source) => each.flatMap((check) => check(source))),
    ...cycles(sources),
    ...unwantedInBrowser(sources),
  ];
}
