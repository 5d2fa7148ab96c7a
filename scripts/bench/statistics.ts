import type { Client } from "pg";

/** Settings of the start of a server that has pg_stat_statements. */
export const statisticsSettings = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": "on",
};

export async function hasStatistics(client: Client): Promise<boolean> {
  const { rows } = await client.query("select from pg_available_extensions where name = 'pg_stat_statements'");
  return rows.length > 0;
}

/** Counting costs time too, so it is off during measurements. */
export async function prepareStatistics(client: Client): Promise<void> {
  await client.query("create extension pg_stat_statements");
  await setTracking(client, "none");
}

/** Planning time of all statements that the server runs during `work`, in ms. Statements inside functions are included. */
export async function planningMsOf(client: Client, work: () => Promise<unknown>): Promise<number> {
  await setTracking(client, "all");
  await client.query("select pg_stat_statements_reset()");
  await work();
  const { rows } = await client.query<{ ms: number }>("select sum(total_plan_time) as ms from pg_stat_statements");
  await setTracking(client, "none");
  return rows[0]?.ms ?? 0;
}

async function setTracking(client: Client, track: "all" | "none"): Promise<void> {
  await client.query(`alter system set pg_stat_statements.track = '${track}'`);
  await client.query("select pg_reload_conf()");
  // Each connection reads the settings before its next statement, once the postmaster has passed the signal on.
  await new Promise((resolve) => setTimeout(resolve, 300));
}
