import { type Item, isDone, isPending, type JobEvent, type Run, type Step } from "./store";

/**
 * What a call tells the function: its event and all that is done. ctx leaves out fn_id and qi_id, which would make the SDK
 * report to an API that is not there; while steps run beside each other, none is run in passing.
 */
export function callBody(item: Item, { id, event: kept, steps, max_attempts }: Run): Record<string, unknown> {
  const event = asThrown(kept);
  const done = steps.filter(isDone);
  return {
    version: 2,
    event,
    events: [event],
    steps: Object.fromEntries(done.map((step) => [step.id, memoOf(step)])),
    ctx: {
      run_id: id,
      attempt: item.attempt,
      max_attempts,
      disable_immediate_execution: item.step_id !== null || steps.some(isPending),
      use_api: false,
      stack: { stack: done.map((step) => step.id), current: done.length },
    },
  };
}

/** The event of a failed run carries what it threw, for as long as its handler runs. */
function asThrown({ thrown, ...event }: Run["event"]): JobEvent {
  return thrown ? { ...event, data: { ...event.data, error: { ...thrown, stack: "" } } } : event;
}

function memoOf({ kind, state, data, failure, thrown }: Step): unknown {
  if (state === "failed") return { error: { ...(thrown ?? failure), stack: "" } };
  return kind === "sleep" ? null : { data: data ?? null };
}
