import { openPrimaryLine, type PrimaryLine } from "@/lib/kernel/process-group";
import { processState } from "@/lib/kernel/process-state";
import { type JobFunction, triggersOf } from "./registration";

/** The message of scripts/processes/subscriptions.mjs. Without names it asks for them. */
type Announcement = { names?: string[] };

type Subscribed = { names: string[] | undefined; line: PrimaryLine | null };

function subscribed(): Subscribed {
  return processState("subscribed_events", () => {
    const state: Subscribed = { names: undefined, line: null };
    state.line = openPrimaryLine<Announcement>("subscribed", ({ names }) => {
      state.names = names;
    });
    state.line?.send({});
    return state;
  });
}

/** Events that start or cancel functions; undefined until this process has registered them or heard of them from its primary. */
export const subscribedEvents = (): string[] | undefined => subscribed().names;

/** Announces the names to the other processes of the primary. They keep them when the functions of this process are gone. */
export function setSubscribedEvents(functions: Iterable<JobFunction> | undefined): void {
  const state = subscribed();
  state.names = functions && [...new Set([...functions].flatMap(triggersOf))];
  if (state.names) state.line?.send({ names: state.names });
}
