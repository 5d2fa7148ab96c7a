import { formatDuration } from "@/lib/client/format";

/** The time from the first attempt to the end, including waiting steps. */
export function durationText({ started_at, finished_at }: { started_at: string | null; finished_at: string | null }) {
  if (!started_at || !finished_at) return "—";
  const seconds = (Date.parse(finished_at) - Date.parse(started_at)) / 1_000;
  return seconds < 60 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : formatDuration(seconds / 60);
}
