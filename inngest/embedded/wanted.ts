import { type JobFunction, triggersOf } from "./registration";

const globals = globalThis as { fitflowWantedEvents?: string[] | undefined };

/** The events that start, or cancel, any of this process's functions; undefined until the functions are known. */
export const wantedEvents = (): string[] | undefined => globals.fitflowWantedEvents;

export function setWanted(functions: Iterable<JobFunction> | undefined): void {
  globals.fitflowWantedEvents = functions && [...functions].flatMap(triggersOf);
}
