import * as contracts from "@/lib/contracts/access/check-ins";
import { visitOpened } from "@/lib/domain/access/events";
import { lockFold } from "@/lib/domain/organization/closed-days";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { occupancyOf } from "@/lib/values/occupancy";
import { type Claim, claimOf } from "./claim";
import { type Credential, credentialOf } from "./credential";
import { type Admitted, judge } from "./judge";
import { lockMember } from "./lock-member";
import { refuseEntry } from "./refuse";
import { getScan, type ScanRow, scanOfVisit } from "./scan";
import { type Scene, sceneOf } from "./scene";
import { type NewVisit, newVisit, openVisit, recordPastVisit, type Written } from "./visit-rows";

/** Enough for any number of scanners: whoever collides reads the other's visit on the next turn. */
const turns = 4;

export const checkIn = operation(contracts.createCheckIn, async (ctx, input) => {
  const credential = credentialOf(input, ctx.organization_id, ctx.now);
  const scan = { credential, method: input.method, location_id: input.location_id };
  let scene = await sceneOf(ctx, scan, ctx.now);
  const claim = input.check_in_time === undefined ? null : claimOf(ctx, input.check_in_time, input.reason, scene);
  if (claim) {
    if (claim.is_back_dated && scene.person) await lockMember(ctx.db, scene.person.id);
    scene = await sceneOf(ctx, scan, claim.at);
  }
  for (let turn = 1; turn <= turns; turn++) {
    const verdict = judge(ctx, scene, {
      override_reason: input.override_reason,
      records_history: claim?.is_back_dated === true && ctx.caller.permissions.has("check_ins.backdate"),
    });
    if (verdict.refused) return refuseEntry(ctx, scene, verdict.refused);
    const answer = await admit(ctx, scene, verdict.admitted, {
      credential,
      claim,
      staff_reason: verdict.admitted.overridden_reason ? input.override_reason : (claim?.reason ?? input.reason),
    });
    if (answer) return answer;
    scene = await sceneOf(ctx, scan, claim?.at ?? ctx.now);
  }
  throw new Problem("conflict", "The same member is being checked in elsewhere. Repeat the request.");
});

type Circumstances = { credential: Credential; claim: Claim | null; staff_reason: string | undefined };

/** Null where another scan came first and the facts have to be read again. */
async function admit(ctx: Ctx, scene: Scene, admitted: Admitted, { credential, staff_reason }: Circumstances) {
  const { visit: step } = admitted;
  if (step.step === "same") {
    const row = await getScan(ctx, step.visit_id);
    ctx.audit({ target_type: "check_in", target_id: row.id, after: { repeated: true } });
    return answerOf(scene, admitted, row, { repeated: true, inside: scene.facts.occupancy });
  }
  const visit = newVisit(scene, {
    membership_id: admitted.membership_id,
    sessions_taken: admitted.quota_units,
    pass_nonce: credential.nonce,
    warnings: admitted.warnings.map(({ code }) => code),
    overridden_reason: admitted.overridden_reason,
    staff_reason: staff_reason ?? null,
  });
  const place = { ctx, method: scene.facts.credential.kind };
  let written: Written;
  if (step.step === "record_past") {
    await lockFold(ctx.db, visit.location_id, "correct");
    written = await recordPastVisit(place, visit, step.check_out_at);
  } else {
    written = await openVisit(place, visit, step.closes);
  }
  if (written === "collided") return null;
  const out = step.step === "record_past" ? step.check_out_at : null;
  note(ctx, visit);
  const row = scanOfVisit(scene, visit, out);
  return answerOf(scene, admitted, row, { repeated: false, inside: insideAfter(scene, step.step === "open") });
}

/** Somebody who was counted here already, in a visit that ends now, changes nothing. */
function insideAfter({ facts, open_visit }: Scene, opens: boolean): number {
  if (!opens) return facts.occupancy;
  const was_counted =
    open_visit?.location_id === facts.location.id && Date.parse(open_visit.auto_check_out_at) > Date.parse(facts.now);
  return facts.occupancy + (was_counted ? 0 : 1);
}

function note(ctx: Ctx, visit: NewVisit): void {
  const { id, member_id, location_id, check_in_at, overridden_reason, staff_reason } = visit;
  ctx.audit({
    target_type: "check_in",
    target_id: id,
    after: { member_id, location_id, check_in_at, ...(overridden_reason ? { overridden_reason } : {}) },
    reason: staff_reason,
  });
  ctx.emit(visitOpened, { check_in_id: id, member_id, location_id, check_in_at, membership_id: visit.membership_id });
  ctx.signal({ topic: "visits", location_id, id });
}

function answerOf(scene: Scene, admitted: Admitted, row: ScanRow, now: { repeated: boolean; inside: number }) {
  const { title, tell_member, tell_staff, warnings } = admitted;
  const { location } = scene.facts;
  return {
    ...row,
    repeated: now.repeated,
    decision: { title, tell_member, tell_staff, warnings },
    visits_this_month: scene.visits_this_month + (now.repeated ? 0 : 1),
    occupancy: occupancyOf(
      { location_id: location.id, inside: now.inside, capacity: location.capacity },
      scene.policies,
    ),
  };
}
