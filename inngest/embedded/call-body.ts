import { type Item, isDone, isPending, type Run, type Step } from "./store";

/**
 * What a call tells the function: its event and all that is done. ctx leaves out fn_id and qi_id, which would make the SDK
 * report to an API that is not there; while steps run beside each other, none is run in passing.
 */
export function callBody(item: Item, { id, event, steps, max_attempts }: Run): Record<string, unknown> {
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

function memoOf({ kind, state, data, failure }: Step): unknown {
  if (state === "failed") return { error: { ...failure, stack: "" } };
  return kind === "sleep" ? null : { data: data ?? null };
}
