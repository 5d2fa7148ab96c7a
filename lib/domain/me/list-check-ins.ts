import * as contracts from "@/lib/contracts/me/me";
import { pageOfScans } from "@/lib/domain/access/check-ins";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";

/** A member's own visits everywhere; refusals and what staff undid are not theirs to read. */
export const listOwnCheckIns = operation(contracts.listOwnCheckIns, async (ctx, input) => {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  const everywhere = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const page = await pageOfScans(everywhere, { ...input, member_id, outcome: "admitted" });
  return { ...page, data: page.data.map(withoutStaffNotes) };
});

/** What staff wrote about the visit is for staff. */
export const withoutStaffNotes = <
  Scan extends { warnings: unknown; overridden_reason: unknown; staff_reason: unknown },
>(
  scan: Scan,
) => ({ ...scan, warnings: [], overridden_reason: null, staff_reason: null });
