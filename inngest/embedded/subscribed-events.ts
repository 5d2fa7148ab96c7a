import { type JobFunction, triggersOf } from "./registration";

const globals = globalThis as { fitflowSubscribedEvents?: string[] | undefined };

/** Events that start or cancel functions of this process; undefined until the functions are registered. */
export const subscribedEvents = (): string[] | undefined => globals.fitflowSubscribedEvents;

export function setSubscribedEvents(functions: Iterable<JobFunction> | undefined): void {
  globals.fitflowSubscribedEvents = functions && [...functions].flatMap(triggersOf);
}
