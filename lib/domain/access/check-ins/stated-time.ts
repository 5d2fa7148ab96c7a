import { Temporal } from "temporal-polyfill";
import { type InterpretedTime, interpretEntryTime } from "@/lib/domain/access/entry-rules/entry-time";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { EntryContext } from "./entry-context";

/** I23 requires a reason; a manager's request may omit it and gets this one. */
const defaultReason = "Entered afterwards";

export type StatedTime = { at: Temporal.Instant; is_back_dated: boolean; reason: string | null };

/** Parses the stated time of entry. Throws if the caller may not state it. */
export function statedTimeOf(
  ctx: Ctx<unknown>,
  text: string,
  reason: string | undefined,
  entry: EntryContext,
): StatedTime {
  const interpreted = interpretEntryTime({
    text,
    received_at: ctx.now.toString(),
    zone: entry.facts.location.time_zone,
    back_fill_hours: entry.policies.back_fill_hours,
  });
  checkMayState(ctx, interpreted, entry);
  const is_back_dated = interpreted.timing === "back_dated";
  if (is_back_dated && !reason && !ctx.caller.permissions.has("check_ins.backdate")) {
    throw invalid("reason", "Give a reason for entering the visit afterwards");
  }
  return {
    at: Temporal.Instant.from(interpreted.at),
    is_back_dated,
    reason: reason ?? (is_back_dated ? defaultReason : null),
  };
}

function checkMayState(
  { caller }: Ctx<unknown>,
  { needs_permission }: InterpretedTime,
  { policies }: EntryContext,
): void {
  if (needs_permission === "future") throw invalid("check_in_time", "Choose a time that is not in the future");
  if (needs_permission === "older_than_back_fill" && !caller.permissions.has("check_ins.backdate")) {
    throw new Problem(
      "forbidden",
      `Only an owner or administrator can enter visits from more than ${policies.back_fill_hours} hours ago. Ask one of them.`,
    );
  }
}
