import { inExecutor } from "@/db/tenancy";
import { completeStep, lockRun, release } from "./complete-step";
import type { Item } from "./item";
import type { Step } from "./run";

/** The time of a wait is over: a sleep ends, an event did not come, an invoked run took too long. */
export function wakeStep(item: Item, step: Step, now: string): Promise<void> {
  return inExecutor(async (_db, client) => {
    if (!(await lockRun(client, item.run_id)) || !(await release(client, item))) return;
    await client.query("delete from job_waits where run_id = $1 and step_id = $2", [item.run_id, step.id]);
    const late = { name: "InngestInvokeTimeoutError", message: "The invoked run did not end in time" };
    const done = step.kind === "invoke" ? { failure: late } : { data: null };
    await completeStep(client, { run_id: item.run_id, step_id: step.id, now }, done);
  });
}
