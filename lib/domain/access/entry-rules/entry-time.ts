import { epochOf } from "@/lib/values/instant";
import { parseInputTime } from "@/lib/values/wall-time";

/** Longer than any network delay; an older time is a visit that staff enter afterwards. */
const BACK_DATED_AFTER_MINUTES = 5;
/** How far a device's clock may run ahead before its time counts as a time in the future. */
const CLOCK_SKEW_SECONDS = 60;

export type EntryTimeInput = { text: string; received_at: string; zone: string; back_fill_hours: number };

export type InterpretedTime = {
  at: string;
  was_local: boolean;
  timing: "now" | "back_dated" | "future";
  /** Set if the time needs a permission beyond checking in. */
  needs_permission: "future" | "older_than_back_fill" | null;
};

export const interpretEntryTime = ({ text, received_at, zone, back_fill_hours }: EntryTimeInput): InterpretedTime => {
  const { instant: at, was_local } = parseInputTime(text, zone);
  const age_seconds = ageInSeconds(at, received_at);
  if (age_seconds < -CLOCK_SKEW_SECONDS) return { at, was_local, timing: "future", needs_permission: "future" };
  return {
    at,
    was_local,
    timing: isBackDated(at, received_at) ? "back_dated" : "now",
    needs_permission: age_seconds > back_fill_hours * 3600 ? "older_than_back_fill" : null,
  };
};

export const isBackDated = (at: string, received_at: string): boolean =>
  ageInSeconds(at, received_at) > BACK_DATED_AFTER_MINUTES * 60;

const ageInSeconds = (at: string, received_at: string): number => (epochOf(received_at) - epochOf(at)) / 1000;
