import type { z } from "zod";
import * as contracts from "@/lib/contracts/access/check-ins";
import { visitOpened } from "@/lib/domain/access/events";
import { recentCounts } from "@/lib/domain/access/occupancy/recent-counts";
import { lockFold } from "@/lib/domain/organization/closed-days";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { occupancyOf } from "@/lib/values/occupancy";
import { type AdmittedDecision, applyOverride } from "./apply-override";
import { type Credential, credentialOf } from "./credential";
import { endFreeze, frozenAfterAll } from "./end-freeze";
import { type EntryContext, loadEntryContext } from "./entry-context";
import { refuseEntry } from "./refuse";
import { getScan, type ScanRow, scanOfVisit } from "./scans";
import { entryAt, type StatedTime } from "./stated-time";
import { isScanRace, type NewVisit, newVisit, openVisit, recordPastVisit } from "./visit-rows";

export const checkIn = operation(contracts.createCheckIn, scanMember, { isRace: isScanRace, afterCommit: countEntry });

/** After the commit, because a check-in that fails while it is written has changed no occupancy. */
function countEntry(
  { organization }: Caller,
  { repeated, location_id, check_out_at }: z.output<typeof contracts.createCheckIn.output>,
): void {
  if (!organization || repeated) return;
  if (check_out_at) recentCounts.forget(organization.id, location_id);
  else recentCounts.changed(organization.id, location_id, 1);
}

async function scanMember(ctx: Ctx, input: z.output<typeof contracts.createCheckIn.input>) {
  const credential = credentialOf(input, ctx.organization_id, ctx.now);
  const scan = { credential, method: input.method, location_id: input.location_id };
  const { check_in_time, reason } = input;
  const { entry, stated } =
    check_in_time === undefined
      ? { entry: await loadEntryContext(ctx, scan, ctx.now), stated: null }
      : await entryAt(ctx, scan, { text: check_in_time, reason });
  const result = applyOverride(ctx, entry, {
    override_reason: input.override_reason,
    records_history: stated?.is_back_dated === true && ctx.caller.permissions.has("check_ins.backdate"),
  });
  if (result.refused) return refuseEntry(ctx, entry, result.refused);
  return admit(ctx, entry, result.admitted, {
    credential,
    stated,
    staff_reason: result.admitted.overridden_reason ? input.override_reason : (stated?.reason ?? reason),
  });
}

type AdmitOptions = { credential: Credential; stated: StatedTime | null; staff_reason: string | undefined };

async function admit(
  ctx: Ctx,
  entry: EntryContext,
  admitted: AdmittedDecision,
  { credential, staff_reason }: AdmitOptions,
) {
  const { visit: step } = admitted;
  if (step.step === "same") {
    const row = await getScan(ctx, step.visit_id);
    ctx.audit({ target_type: "check_in", target_id: row.id, after: { repeated: true } });
    return toResponse(entry, admitted, row, { repeated: true, inside: entry.facts.occupancy });
  }
  const returned = await endFreeze(ctx, entry, admitted);
  if (returned === "refused") return refuseEntry(ctx, entry, frozenAfterAll(entry));
  const { warnings, ended_freeze } = returned;
  const visit = newVisit(entry, {
    membership_id: admitted.membership_id,
    sessions_taken: admitted.quota_units,
    pass_nonce: credential.nonce,
    warnings: warnings.map(({ code }) => code),
    ended_freeze,
    overridden_reason: admitted.overridden_reason,
    staff_reason: staff_reason ?? null,
  });
  const context = { ctx, method: entry.facts.credential.kind };
  if (step.step === "record_past") {
    await lockFold(ctx.db, visit.location_id, "correct");
    recordPastVisit(context, visit, step.check_out_at);
  } else {
    openVisit(context, visit, step.closes);
  }
  const out = step.step === "record_past" ? step.check_out_at : null;
  recordEffects(ctx, visit);
  const row = scanOfVisit(entry, visit, out);
  return toResponse(entry, { ...admitted, warnings }, row, {
    repeated: false,
    inside: insideAfter(entry, step.step === "open"),
  });
}

/** A member who was already inside, in a visit that ends now, does not change the occupancy. */
function insideAfter({ facts, open_visit }: EntryContext, opens: boolean): number {
  if (!opens) return facts.occupancy;
  const was_counted =
    open_visit?.location_id === facts.location.id && Date.parse(open_visit.auto_check_out_at) > Date.parse(facts.now);
  return facts.occupancy + (was_counted ? 0 : 1);
}

function recordEffects(ctx: Ctx, visit: NewVisit): void {
  const { id, member_id, location_id, check_in_at, overridden_reason, staff_reason, ended_freeze } = visit;
  ctx.audit({
    target_type: "check_in",
    target_id: id,
    after: {
      ...{ member_id, location_id, check_in_at },
      ...(overridden_reason ? { overridden_reason } : {}),
      ...(ended_freeze ? { ended_freeze } : {}),
    },
    reason: staff_reason,
  });
  ctx.emit(visitOpened, { check_in_id: id, member_id, location_id, check_in_at, membership_id: visit.membership_id });
  ctx.signal({ topic: "visits", location_id, id });
}

function toResponse(
  entry: EntryContext,
  admitted: AdmittedDecision,
  row: ScanRow,
  now: { repeated: boolean; inside: number },
) {
  const { title, tell_member, tell_staff, warnings } = admitted;
  const { location } = entry.facts;
  return {
    ...row,
    repeated: now.repeated,
    decision: { title, tell_member, tell_staff, warnings },
    visits_this_month: entry.visits_this_month + (now.repeated ? 0 : 1),
    occupancy: occupancyOf(
      { location_id: location.id, inside: now.inside, capacity: location.capacity },
      entry.policies,
    ),
  };
}
