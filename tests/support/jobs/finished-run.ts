import { newId } from "@/db/id";
import { jobEvents, jobRuns, jobSteps } from "@/db/schema";
import { inExecutor } from "@/db/tenancy";

type Fields = Partial<typeof jobRuns.$inferInsert>;

/** A run as the executor leaves it behind, with one step that was done and one that failed. */
export async function newFailedRun(organization_id: string | null, fields: Fields = {}): Promise<string> {
  const id = newId();
  const event_id = newId();
  const at = "2026-03-05T09:00:00.000Z";
  const failure = { name: "Error", message: "The mail server did not answer" };
  await inExecutor(async (db) => {
    await db.insert(jobEvents).values({
      id: event_id,
      organization_id,
      name: "members/member.created",
      data: { organization_id, member_id: id },
      occurred_at: at,
      routed_at: at,
    });
    await db.insert(jobRuns).values({
      id,
      organization_id,
      function_id: "fitflow-welcome",
      function_name: "Welcome",
      event_id,
      event_name: "members/member.created",
      state: "failed",
      concurrency: [],
      max_attempts: 4,
      failure,
      created_at: at,
      started_at: at,
      finished_at: at,
      ...fields,
    });
    const step = { run_id: id, organization_id, kind: "run" as const, created_at: at, finished_at: at };
    await db.insert(jobSteps).values([
      { ...step, id: "a", name: "read", state: "completed", position: 1, data: "Mina" },
      {
        ...step,
        id: "b",
        name: "send",
        state: "failed",
        position: 2,
        failure,
        failures: [{ attempt: 1, at, ...failure }],
      },
    ]);
  });
  return id;
}
