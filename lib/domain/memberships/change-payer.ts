import { and, eq, gt, sql } from "drizzle-orm";
import { accountCredits, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-life";
import { usableOn } from "@/lib/domain/billing/documents";
import { nextBill } from "@/lib/domain/billing/engine";
import { sellerOf, sellersOf } from "@/lib/domain/billing/entities";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { NamedPayer } from "@/lib/values/membership-history";
import { acceptanceOf } from "./acceptance";
import { getBilled } from "./act";
import { type Billed, billOf, recordHappenings, withFamily } from "./billing";
import { payerChanged } from "./events";
import { getMembershipRow, type MembershipRow, toResponse } from "./find";
import { chosenPayer, payerColumns } from "./paying";

/** The member pays where no payer is set. */
const payerOfRow = ({ payer, member_id, member_name }: MembershipRow): NamedPayer =>
  payer ?? { kind: "member", id: member_id, name: member_name };

const memberOf = ({ member_id: id, member_name: name }: MembershipRow): NamedPayer => ({ kind: "member", id, name });

/** J3: the new payer pays from the next invoice on; what was issued stays with the old one. */
export const previewPayer = operation(contracts.previewPayer, async (ctx, input) => {
  const membership = await getMembershipRow(ctx, input.id);
  const chosen = await chosenPayer(ctx, input, membership.member_id);
  const before = payerOfRow(membership);
  const after = chosen ?? memberOf(membership);
  checkOther(before, after);
  const billed = await getBilled(ctx, input.id, true);
  // J4: with the family of the new payer.
  const row = { ...billed.row, ...payerColumns(chosen) };
  const state = await withFamily(ctx, billed.state, { row, taxes: billed.taxes });
  const next = await billNext(ctx, { ...billed, row, state });
  return {
    ...{ membership_id: input.id, currency: membership.currency, before, after, ...next },
    credit_minor: Math.min(Math.max(0, next.next_bill_minor ?? 0), await creditOf(ctx, billed, after)),
    stays_unpaid_minor: billed.row.unpaid_minor,
  };
});

export const changePayer = operation(contracts.changePayer, async (ctx, input) => {
  const { id } = input;
  // The lock makes a renewal that runs at the same time finish first, or see the new payer.
  const { row, today } = await getBilled(ctx, id, false);
  const before = await getMembershipRow(ctx, id);
  ctx.expectVersion(before.version);
  const chosen = await chosenPayer(ctx, input, row.member_id);
  const [from, to] = [payerOfRow(before), chosen ?? memberOf(before)];
  checkOther(from, to);
  const accepted = chosen
    ? acceptanceOf(
        { how: input.accepted_how, on: input.accepted_on },
        { how: "accepted_how", on: "accepted_on" },
        today,
      )
    : null;
  await ctx.db
    .update(memberships)
    .set({ ...payerColumns(chosen), version: sql`${memberships.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(memberships.organization_id, ctx.organization_id), eq(memberships.id, id)));
  await recordHappenings(ctx, [
    { membership_id: id, effective_on: today, facts: { kind: "payer_changed", from, to, accepted } },
  ]);
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(payerChanged, { membership_id: id, member_id: row.member_id });
  return toResponse(after);
});

function checkOther(before: NamedPayer, after: NamedPayer): void {
  if (before.id === after.id) throw new Problem("conflict", `${after.name} pays for this membership already.`);
}

async function billNext(ctx: Ctx, { state, row, taxes }: Billed) {
  const { next_bill_on } = state;
  if (next_bill_on === null) return { next_bill_on, next_bill_minor: null };
  const seller = await sellerOf(ctx, row.location_id);
  const options = { membership: row, taxes, seller, organization: ctx.organization };
  return { next_bill_on, next_bill_minor: billOf(nextBill(state), options).total_minor };
}

/** K19: the payer's own account credit, of the legal entity that will bill. */
async function creditOf(ctx: Ctx, { row, today }: Billed, { kind, id }: NamedPayer): Promise<number> {
  const { db, organization_id } = ctx;
  const credits = await db
    .select({ location_id: accountCredits.location_id, minor: accountCredits.remaining_minor })
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, organization_id),
        eq(kind === "member" ? accountCredits.payer_member_id : accountCredits.payer_company_id, id),
        eq(accountCredits.currency, row.currency),
        gt(accountCredits.remaining_minor, 0),
        usableOn(accountCredits.expires_on, today),
      ),
    );
  const sellers = await sellersOf(ctx, [row.location_id, ...credits.map(({ location_id }) => location_id)]);
  const entity = sellers.get(row.location_id)?.entity.id;
  return credits.reduce(
    (sum, { location_id, minor }) => (sellers.get(location_id)?.entity.id === entity ? sum + minor : sum),
    0,
  );
}
