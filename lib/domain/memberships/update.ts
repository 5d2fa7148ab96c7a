import * as contracts from "@/lib/contracts/memberships/memberships";
import { moveStart } from "@/lib/domain/billing/engine";
import { changes } from "@/lib/kernel/audit";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { perform } from "./act";
import { withRefusals } from "./billing";
import { getMembershipRow, toResponse } from "./find";

/** C19: the end and the next billing day are computed from the new start. A first period of another length is billed again. */
export const updateMembership = operation(contracts.updateMembership, async (ctx, { id, starts_on }) => {
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "correction", ({ state, today }) => {
    if (state.starts_on <= today)
      throw new Problem("conflict", "Only a membership that has not begun can start on another day.");
    if (starts_on > addDays(today, 366)) throw invalid("starts_on", "Choose a day within one year from today");
    return withRefusals(() => moveStart(state, starts_on, today), { day_passed: "starts_on" });
  });
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  return toResponse(after);
});
