import { eq } from "drizzle-orm";
import type { z } from "zod";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-life";
import { type RenewalPolicy, renewFrom } from "@/lib/domain/billing/engine";
import { invalid, isDuplicate, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { isUsedUp } from "@/lib/values/membership-rules/status";
import { getMembershipRow, type MembershipRow, selectMemberships, toResponse } from "./find";
import { offerOf } from "./offer";
import { openFrom } from "./open";
import { getPlanRow } from "./plans";
import { quoteOf } from "./quote";

type Renewal = z.output<typeof contracts.renewMembership.input>;

/** The last day of what is renewed. A pack without sessions is over, whatever its last day is. */
function endOf(membership: MembershipRow): CalendarDay {
  const { ends_on, cancelled_on, status, freeze, today, plan_name } = membership;
  if (status === "frozen" && freeze?.to_on === null)
    throw new Problem(
      "conflict",
      "The freeze has no end, so the end of the term is not known. Set the end of the freeze first.",
    );
  const last_on = cancelled_on === null ? ends_on : addDays(cancelled_on, -1);
  if (last_on === null) throw new Problem("conflict", `${plan_name} has no end, so there is nothing to renew.`);
  if (membership.kind === "recurring" && last_on >= today)
    throw new Problem("conflict", "This membership still runs. Withdraw the cancellation instead.");
  return isUsedUp(membership) && last_on >= today ? addDays(today, -1) : last_on;
}

function refuseRenewed({ renewed_by_id }: Pick<MembershipRow, "renewed_by_id">): void {
  if (renewed_by_id) throw alreadyRenewed();
}

const alreadyRenewed = () =>
  new Problem("conflict", "This membership was renewed already. Renew the newer one when it ends, or sell a plan.");

/** C18, C21: the sale of the same plan that follows on a membership. */
async function renewalOf(ctx: Ctx, membership: MembershipRow, input: Renewal, purpose: "quote" | "sale") {
  const { member_id, plan_id, location_id, today } = membership;
  const plan = await getPlanRow(ctx, plan_id);
  if (plan.archived_at)
    throw new Problem("conflict", `${plan.name} is archived. Sell another plan, or restore it first.`);
  const ended_on = endOf(membership);
  const from: RenewalPolicy = input.from ?? plan.renews_from;
  if (from !== plan.renews_from && !ctx.caller.permissions.has("memberships.override"))
    throw new Problem("forbidden", "Only an owner or administrator can renew from another day. Ask one of them.");
  const starts_on = renewFrom(from, ended_on, today);
  const gap_days = daysBetween(ended_on, starts_on) - 1;
  const { charges_joining_fee, coupon_code, prepaid_periods } = input;
  if (charges_joining_fee && gap_days === 0)
    throw invalid("charges_joining_fee", "The renewal follows without a gap, so it is the same join");
  const offer = await offerOf(
    ctx,
    { member_id, plan_id, location_id, prepaid_periods, ...payerOf(membership), ...(coupon_code && { coupon_code }) },
    purpose,
    { starts_on, charges_joining_fee },
  );
  return { offer, ended_on, from, gap_days };
}

/** The payer of the membership has agreed to pay for it, and pays for its renewal too. */
const payerOf = ({ payer }: MembershipRow) =>
  payer?.kind === "member"
    ? { payer_member_id: payer.id }
    : payer?.kind === "company"
      ? { payer_company_id: payer.id }
      : {};

export const previewRenewal = operation(contracts.previewRenewal, async (ctx, input) => {
  const membership = await getMembershipRow(ctx, input.id);
  refuseRenewed(membership);
  const { offer, ...facts } = await renewalOf(ctx, membership, input, "quote");
  return { ...quoteOf(offer, ctx.organization).quote, renewed_from_id: input.id, ...facts };
});

/** F9, F11: the term that ended stays as it was; the member's next one is a membership of its own. */
export const renewMembership = operation(contracts.renewMembership, async (ctx, input) => {
  // A payer who changes at the same time is the old or the new one, for all of the renewal.
  const [membership] = await selectMemberships(ctx, eq(memberships.id, input.id)).for("update", { of: memberships });
  if (!membership) throw new Problem("not_found");
  refuseRenewed(membership);
  const { offer, ended_on } = await renewalOf(ctx, membership, input, "sale");
  const id = await openFrom(ctx, offer, { renews: { id: input.id, ended_on } }).catch((error) => {
    throw isDuplicate(error, "memberships_renewed_once") ? alreadyRenewed() : error;
  });
  return toResponse(await getMembershipRow(ctx, id));
});
