import { executorQuery } from "@/db/tenancy";

export type RunRow = {
  id: string;
  function_id: string;
  state: string;
  output: unknown;
  failure: { name: string; message: string } | null;
  is_idle: boolean;
  failures: { attempt: number; name: string; message: string }[];
};

/** The runs of one application, oldest first. */
export async function runsOf({ id }: { id: string }): Promise<RunRow[]> {
  const { rows } = await executorQuery<RunRow>(
    `select id, function_id, state, output, failure, failures, is_idle from job_runs where function_id like $1
     order by created_at, id`,
    [`${id}-%`],
  );
  return rows;
}

export const endsOf = async (app: { id: string }) =>
  (await runsOf(app)).map(({ function_id, state, output, failure }) => [
    function_id.slice(app.id.length + 1),
    state,
    state === "failed" ? failure?.message : output,
  ]);

/** What still lies in the executor's tables for an application: nothing, once all its runs are over. */
export async function leftovers({ id }: { id: string }): Promise<number> {
  const { rows } = await executorQuery<{ count: number }>(
    `select ((select count(*) from job_queue where function_id like $1) + (select count(*) from job_waits w
       join job_runs r on r.id = w.run_id where r.function_id like $1))::int as count`,
    [`${id}-%`],
  );
  return rows[0]?.count ?? 0;
}
