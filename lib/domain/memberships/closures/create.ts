import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { closures } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/closures";
import { closureChanged } from "@/lib/domain/memberships/events";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { toPage } from "@/lib/kernel/cursor";
import { invalid, Problem } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { checkDays } from "./check-days";
import { countLive, isClosure, lockClosure, overlaps, readClosure, selectClosures } from "./rows";

export const listClosures = operation(contracts.listClosures, async (ctx, { location_id, limit, cursor }) => {
  const { order, after } = newestFirst(closures.created_at, closures.id, cursor);
  const rows = await selectClosures(ctx, and(location_id ? eq(closures.location_id, location_id) : undefined, after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.created_at, row.id]);
});

export const getClosure = operation(contracts.getClosure, (ctx, { id }) => readClosure(ctx, id));

/** E17. The job freezes the memberships part by part. */
export const createClosure = operation(contracts.createClosure, async (ctx, input) => {
  const { location_id, from_on, to_on, reason } = input;
  const location = await getLocationRow(ctx, location_id);
  checkDays(ctx, input, location);
  // Two closures of one location at once: the second one waits, and finds the first.
  await ctx.db.execute(
    sql`select id from locations where organization_id = ${ctx.organization_id} and id = ${location_id} for update`,
  );
  if ((await overlaps(ctx, location_id, from_on, to_on)) > 0)
    throw invalid("from_on", `${location.name} is closed on some of these days already. Undo that closure first`);
  const id = newId();
  const total = await countLive(ctx, location_id, from_on);
  await ctx.db.insert(closures).values({
    ...{ id, organization_id: ctx.organization_id, location_id, from_on, to_on, reason, total },
    ...{ created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
  });
  ctx.audit({ target_type: "closure", target_id: id, after: { location: location.name, from_on, to_on }, reason });
  ctx.emit(closureChanged, { closure_id: id });
  return readClosure(ctx, id);
});

export const undoClosure = operation(contracts.undoClosure, async (ctx, { id }) => {
  const closure = await lockClosure(ctx, id);
  if (closure.state !== "done" && !(closure.state === "failed" && closure.failed_in === "freezing"))
    throw new Problem("conflict", sentences[closure.state]);
  const { time_zone } = await getLocationRow(ctx, closure.location_id);
  if (closure.to_on < dayAt(ctx.now.toString(), time_zone))
    throw new Problem("conflict", "The closure is over. Correct single memberships instead.");
  await ctx.db
    .update(closures)
    .set({ state: "undoing", failed_in: null, done_through: null, version: closure.version + 1 })
    .where(isClosure(ctx, id));
  ctx.audit({ target_type: "closure", target_id: id, before: { state: closure.state }, after: { state: "undoing" } });
  ctx.emit(closureChanged, { closure_id: id });
  return readClosure(ctx, id);
});

const sentences = {
  freezing: "The memberships are still being frozen. Wait until this is done.",
  done: "",
  undoing: "The closure is being undone already.",
  undone: "The closure was undone already.",
  failed: "The undoing has stopped. Continue it instead.",
};

/** Continues after the last membership that was reached. */
export const retryClosure = operation(contracts.retryClosure, async (ctx, { id }) => {
  const { state, failed_in, version } = await lockClosure(ctx, id);
  if (state !== "failed" || failed_in === null)
    throw new Problem("conflict", "Only a closure whose job has stopped can be continued.");
  await ctx.db
    .update(closures)
    .set({ state: failed_in, failed_in: null, version: version + 1 })
    .where(isClosure(ctx, id));
  ctx.audit({ target_type: "closure", target_id: id, before: { state }, after: { state: failed_in } });
  ctx.emit(closureChanged, { closure_id: id });
  return readClosure(ctx, id);
});
