import { executorQuery } from "@/db/tenancy";
import type { Failure, ThrownError } from "@/inngest/embedded/failure-text";

export type Step = {
  id: string;
  kind: "run" | "sleep" | "wait" | "invoke";
  state: "planned" | "waiting" | "failing" | "completed" | "failed";
  data: unknown;
  failure: Failure | null;
  /** Cleared when the run ends. */
  thrown: ThrownError | null;
};

export type JobEvent = { id: string; name: string; data: Record<string, unknown>; ts: number };

export type Run = {
  id: string;
  organization_id: string | null;
  function_id: string;
  function_name: string;
  max_attempts: number;
  parent_run_id: string | null;
  event: JobEvent & { thrown: ThrownError | null };
  /** Completed steps in order of completion, then the others. */
  steps: Step[];
};

/** null if the run has ended. */
export async function loadRun(id: string): Promise<Run | null> {
  const { rows } = await executorQuery<Run>(
    `select r.id, r.organization_id, r.function_id, r.function_name, r.max_attempts, r.parent_run_id,
      json_build_object('id', e.id, 'name', e.name, 'data', e.data,
        'ts', floor(extract(epoch from e.occurred_at) * 1000)::bigint, 'thrown', e.thrown) as event,
      coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'state', s.state, 'data', s.data,
        'failure', s.failure, 'thrown', s.thrown) order by s.position nulls last) from job_steps s where s.run_id = r.id), '[]') as steps
      from job_runs r join job_events e on e.id = r.event_id
      where r.id = $1 and r.finished_at is null`,
    [id],
  );
  return rows[0] ?? null;
}

export const isDone = ({ state }: Step): boolean => state === "completed" || state === "failed";
export const isPending = ({ state }: Step): boolean => state === "planned" || state === "waiting";
