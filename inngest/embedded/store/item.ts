/** What this process holds a lease on. The lease is lost when the row no longer carries the token. */
export type Item = {
  id: string;
  run_id: string;
  function_id: string;
  /** null: the function itself is called. */
  step_id: string | null;
  attempt: number;
  takeovers: number;
  token: string;
};

/** Long enough for a busy process to prolong it, short enough that what a crash left is taken over soon. */
const leaseMs = 8_000;
export const heartbeatMs = 2_000;

/** So many processes may end over one piece of work before it is taken for the cause. */
export const mostTakeovers = 10;

/** The end of a lease from now on, by the database's clock, which all processes share. */
export const leaseEnd = `clock_timestamp() + interval '${leaseMs} milliseconds'`;
