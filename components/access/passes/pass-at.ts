import type { getOwnPass } from "@/lib/contracts/access/passes";
import type { Output } from "@/lib/contracts/contract";

export type OwnPasses = Output<typeof getOwnPass>;
export type Pass = OwnPasses["passes"][number];

export type ShownPass = {
  pass: Pass;
  /** Seconds until the next pass is shown, or until the last pass expires. */
  seconds_left: number;
  /** The remaining share of its display time, from 1 to 0. */
  share_left: number;
  /** The number of following passes. */
  ahead: number;
};

/** The pass to show at a server time in milliseconds; null when the last one has expired. */
export function passAt(passes: readonly Pass[], at: number): ShownPass | null {
  const found = passes.findIndex(({ shown_until }) => at < Date.parse(shown_until));
  const index = found === -1 ? passes.length - 1 : found;
  const pass = passes[index];
  if (!pass) return null;
  const is_last = index === passes.length - 1;
  const until = Date.parse(found === -1 && is_last ? pass.expires_at : pass.shown_until);
  const from = Date.parse(found === -1 && is_last ? pass.shown_until : pass.shown_from);
  if (at >= until) return null;
  return {
    pass,
    seconds_left: Math.ceil((until - at) / 1000),
    share_left: Math.min(1, (until - at) / (until - from)),
    ahead: passes.length - 1 - index,
  };
}
