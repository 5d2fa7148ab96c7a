import * as contracts from "@/lib/contracts/me/me";
import { pageOfScans } from "@/lib/domain/access/check-ins";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";

/** A member's own visits at all locations, without refused and undone ones. */
export const listOwnCheckIns = operation(contracts.listOwnCheckIns, async (ctx, input) => {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  const everywhere = { ...ctx, caller: { ...ctx.caller, location_ids: null } };
  const page = await pageOfScans(everywhere, { ...input, member_id, outcome: "admitted" });
  return { ...page, data: page.data.map(withoutStaffNotes) };
});

/** Staff notes are not shown to members. */
export const withoutStaffNotes = <
  Scan extends { warnings: unknown; overridden_reason: unknown; staff_reason: unknown },
>(
  scan: Scan,
) => ({ ...scan, warnings: [], overridden_reason: null, staff_reason: null });
