/** A leased queue item. The lease is lost when the row no longer has this token. */
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

/** Long enough for a busy process to renew it, short enough for a fast takeover after a crash. */
const leaseMs = 8_000;
export const heartbeatMs = 2_000;

/** After this many crashes during an item, the item is considered the cause. */
export const maxTakeovers = 10;

/** Uses the database's clock, because processes share it. */
export const leaseEnd = `clock_timestamp() + interval '${leaseMs} milliseconds'`;
