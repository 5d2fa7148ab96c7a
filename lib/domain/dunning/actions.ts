import { Temporal } from "temporal-polyfill";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { startOfDay } from "@/lib/values/calendar-day";
import { InvalidTime, parseInputTime } from "@/lib/values/wall-time";
import { findCase, toResponse } from "./board/response";
import { addStep, changeCase, lockCase } from "./cases";
import { resume } from "./pauses";
import { withinTryHours } from "./schedule";
import { waiting } from "./standing";

/** Nothing is tried, and nothing follows, until the pause is over. A try that is under way still counts. */
export const pauseDunning = operation(contracts.pauseDunning, async (ctx, { id, reason, until_on }) => {
  const { row, place } = await lockCase(ctx, id);
  ctx.expectVersion(row.version);
  if (row.status === "paused") throw new Problem("conflict", "It is paused already. Resume it first.");
  const until = until_on ? startOfDay(until_on, place.time_zone) : null;
  if (until && Temporal.Instant.compare(until, ctx.now) <= 0)
    throw invalid("until_on", "Choose a day after today, or leave it out");
  await changeCase(ctx, id, {
    ...{ status: "paused", stop_reason: null, next_try_at: null, next_try_source: null, in_line_since: null },
    ...{ paused_at: ctx.now.toString(), pause_reason: reason, paused_until: until },
    paused_by: ctx.caller.actor.type === "user" ? ctx.caller.actor.id : null,
  });
  await addStep(ctx, { case_id: id, kind: "paused", note: reason, until });
  ctx.audit({ target_type: "dunning_case", target_id: id, after: { status: "paused", until }, reason });
  return toResponse(ctx, await findCase(ctx, id));
});

export const resumeDunning = operation(contracts.resumeDunning, async (ctx, { id }) => {
  const locked = await lockCase(ctx, id);
  ctx.expectVersion(locked.row.version);
  if (locked.row.status !== "paused") throw new Problem("conflict", "It is not paused.");
  await resume(ctx, locked);
  const after = await findCase(ctx, id);
  const { status, next_try_at } = after;
  ctx.audit({ target_type: "dunning_case", target_id: id, after: { status, next_try_at } });
  return toResponse(ctx, after);
});

const farthestDays = 60;

/** Staff choose the time of the next try. The days of the schedule after it stay. */
export const updateDunning = operation(contracts.updateDunning, async (ctx, { id, next_try_at }) => {
  const { row, place } = await lockCase(ctx, id);
  ctx.expectVersion(row.version);
  if (row.status === "paused") throw new Problem("conflict", "It is paused. Resume it first.");
  if (row.is_method_refused)
    throw new Problem("conflict", "The bank asked not to try this card again. Ask for another card first.");
  if (row.status === "open" && !row.next_try_at && !row.in_line_since)
    throw new Problem("conflict", "A try is under way. Wait for its answer.");
  const at = timeOf(next_try_at, place.time_zone);
  if (Temporal.Instant.compare(at, ctx.now) <= 0) throw invalid("next_try_at", "Choose a time in the future");
  if (Temporal.Instant.compare(at, ctx.now.add({ hours: farthestDays * 24 })) > 0)
    throw invalid("next_try_at", `Choose a time within ${farthestDays} days`);
  if (!withinTryHours(at, place).equals(at)) {
    const { dunning_hours_from, dunning_hours_to } = place.policies;
    throw invalid("next_try_at", `Cards are tried between ${dunning_hours_from} and ${dunning_hours_to} only`);
  }
  await changeCase(ctx, id, waiting(at, "edited"));
  await addStep(ctx, { case_id: id, kind: "edited", next_try_at: at.toString() });
  ctx.audit({
    ...{ target_type: "dunning_case", target_id: id },
    before: { next_try_at: row.next_try_at },
    after: { next_try_at: at.toString() },
  });
  return toResponse(ctx, await findCase(ctx, id));
});

function timeOf(text: string, zone: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(parseInputTime(text, zone).instant);
  } catch (error) {
    if (error instanceof InvalidTime) throw invalid("next_try_at", error.message);
    throw error;
  }
}
