import type { Temporal } from "temporal-polyfill";
import type { CaseRow } from "./cases";
import { nextScheduled, type Place } from "./schedule";

export type Standing = Pick<CaseRow, "status" | "next_try_at" | "next_try_source" | "stop_reason" | "in_line_since">;

const nothingNext = { next_try_at: null, next_try_source: null, in_line_since: null } as const;

/** Where a case stands by the schedule, after what has happened to it. Pure. */
export function standingOf(
  row: Pick<CaseRow, "first_failed_on" | "tries" | "is_method_refused">,
  now: Temporal.Instant,
  place: Place,
): Standing {
  if (row.is_method_refused) return stopped("declined_for_good");
  const next = nextScheduled(row, now, place);
  return next ? waiting(next, "schedule") : stopped("no_tries_left");
}

export const stopped = (stop_reason: NonNullable<CaseRow["stop_reason"]>): Standing => ({
  ...nothingNext,
  ...{ status: "stopped", stop_reason },
});

export const waiting = (at: Temporal.Instant, next_try_source: NonNullable<CaseRow["next_try_source"]>): Standing => ({
  ...nothingNext,
  ...{ status: "open", stop_reason: null, next_try_at: at.toString(), next_try_source },
});

/** A try is under way: what follows is decided when it is answered. */
export const underWay: Standing = { ...nothingNext, status: "open", stop_reason: null };

/** K4: an older invoice of the payer is paid first. */
export const inLine = (now: Temporal.Instant): Standing => ({ ...underWay, in_line_since: now.toString() });

/** The columns of a pause, as they are without one. */
export const notPaused = { paused_at: null, paused_by: null, pause_reason: null, paused_until: null } as const;
