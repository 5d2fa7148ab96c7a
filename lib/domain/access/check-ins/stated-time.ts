import { Temporal } from "temporal-polyfill";
import { type InterpretedTime, interpretEntryTime } from "@/lib/domain/access/entry-rules/entry-time";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { policiesOf } from "@/lib/values/policies";
import { parseInputTime } from "@/lib/values/wall-time";
import { loadEntryContext, type Scan } from "./entry-context";
import { lockMember } from "./lock-member";

/** I23 requires a reason; a manager's request may omit it and gets this one. */
const defaultReason = "Entered afterwards";

export type StatedTime = { at: Temporal.Instant; is_back_dated: boolean; reason: string | null };

type Statement = { text: string; reason: string | undefined };

/**
 * The facts of a scan at the stated time. They are read once if the text has an offset and the member is named by id: the zone of a
 * local time and the member of a code are among the facts. Throws if the caller may not state the time.
 */
export async function entryAt(ctx: Ctx, scan: Scan, { text, reason }: Statement) {
  const { was_local } = parseInputTime(text, "UTC");
  const seen = was_local ? await loadEntryContext(ctx, scan, ctx.now) : null;
  const stated = statedTimeOf(ctx, { text, reason }, seen?.facts.location.time_zone ?? "UTC");
  if (stated.is_back_dated) {
    const member_id = scan.credential.member_id ?? (seen ?? (await loadEntryContext(ctx, scan, stated.at))).person?.id;
    if (member_id) await lockMember(ctx.db, member_id);
  }
  return { entry: await loadEntryContext(ctx, scan, stated.at), stated };
}

function statedTimeOf(ctx: Ctx, { text, reason }: Statement, zone: string): StatedTime {
  const { back_fill_hours } = policiesOf(ctx.organization);
  const interpreted = interpretEntryTime({ text, received_at: ctx.now.toString(), zone, back_fill_hours });
  checkMayState(ctx, interpreted, back_fill_hours);
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

function checkMayState({ caller }: Ctx, { needs_permission }: InterpretedTime, back_fill_hours: number): void {
  if (needs_permission === "future") throw invalid("check_in_time", "Choose a time that is not in the future");
  if (needs_permission === "older_than_back_fill" && !caller.permissions.has("check_ins.backdate")) {
    throw new Problem(
      "forbidden",
      `Only an owner or administrator can enter visits from more than ${counted(back_fill_hours, "hour")} ago. Ask one of them.`,
    );
  }
}
