import { Temporal } from "temporal-polyfill";
import { type ClaimedTime, claimedTime } from "@/lib/domain/access/entry-rules/claimed-time";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { Scene } from "./scene";

/** I23 asks for a reason; the documented call of a manager has none, so that one gets this. */
const defaultReason = "Entered afterwards";

export type Claim = { at: Temporal.Instant; is_back_dated: boolean; reason: string | null };

/** What a stated time means here, and whether this caller may state it. */
export function claimOf(ctx: Ctx<unknown>, text: string, reason: string | undefined, scene: Scene): Claim {
  const claimed = claimedTime({
    text,
    received_at: ctx.now.toString(),
    zone: scene.facts.location.time_zone,
    back_fill_hours: scene.policies.back_fill_hours,
  });
  refuseUnlessAllowed(ctx, claimed, scene);
  const is_back_dated = claimed.timing === "back_dated";
  if (is_back_dated && !reason && !ctx.caller.permissions.has("check_ins.backdate")) {
    throw invalid("reason", "Say why the visit is entered afterwards");
  }
  return {
    at: Temporal.Instant.from(claimed.at),
    is_back_dated,
    reason: reason ?? (is_back_dated ? defaultReason : null),
  };
}

function refuseUnlessAllowed({ caller }: Ctx<unknown>, { needs_permission }: ClaimedTime, { policies }: Scene): void {
  if (needs_permission === "future") throw invalid("check_in_time", "This time has not come yet");
  if (needs_permission === "older_than_back_fill" && !caller.permissions.has("check_ins.backdate")) {
    throw new Problem(
      "forbidden",
      `Visits of more than ${policies.back_fill_hours} hours ago are entered by an administrator or owner.`,
    );
  }
}
