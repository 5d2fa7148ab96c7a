import { inExecutor } from "@/db/tenancy";
import { completeStep, lockRun, removeItem } from "./complete-step";
import type { Item } from "./item";
import type { Step } from "./run";

/** Handles an elapsed timer: the end of a sleep, or the timeout of an event wait or an invoked run. */
export function wakeStep(item: Item, step: Step, now: string): Promise<void> {
  return inExecutor(async (_db, client) => {
    if (!(await lockRun(client, item.run_id)) || !(await removeItem(client, item))) return;
    await client.query("delete from job_waits where run_id = $1 and step_id = $2", [item.run_id, step.id]);
    const late = { name: "InngestInvokeTimeoutError", message: "The invoked run did not end in time" };
    const done = step.kind === "invoke" ? { failure: late } : { data: null };
    await completeStep(client, { run_id: item.run_id, step_id: step.id, now }, done);
  });
}
