import { type Item, isDone, isPending, type JobEvent, type Run, type Step } from "./store";

/**
 * The request body of a call: the event and the completed steps. ctx omits fn_id and qi_id, because with them the SDK reports to an
 * API that does not exist here. Immediate execution is disabled while steps run in parallel.
 */
export function callBody(item: Item, { id, event: stored, steps, max_attempts }: Run): Record<string, unknown> {
  const event = withThrown(stored);
  const done = steps.filter(isDone);
  return {
    version: 2,
    event,
    events: [event],
    steps: Object.fromEntries(done.map((step) => [step.id, stepResult(step)])),
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

/** The event of a failed run carries the thrown error while its handler runs. */
function withThrown({ thrown, ...event }: Run["event"]): JobEvent {
  return thrown ? { ...event, data: { ...event.data, error: { ...thrown, stack: "" } } } : event;
}

function stepResult({ kind, state, data, failure, thrown }: Step): unknown {
  if (state === "failed") return { error: { ...(thrown ?? failure), stack: "" } };
  return kind === "sleep" ? null : { data: data ?? null };
}
