import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { membershipFreezes, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-life";
import { type Draft, issueDocuments } from "@/lib/domain/billing/documents";
import {
  billThrough,
  type Line,
  nextBill,
  type Transfer,
  transferMembership as transferState,
} from "@/lib/domain/billing/engine";
import { sellerOf } from "@/lib/domain/billing/entities";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, isDuplicate, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getBilled } from "./act";
import {
  type Billed,
  type BilledMembership,
  billOf,
  columnsOf,
  draftsOf,
  recordHappenings,
  saveBilling,
  withFamily,
  withRefusals,
} from "./billing";
import { getBuyer } from "./buyer";
import { membershipTransferred } from "./events";
import { getMembershipRow, toResponse } from "./find";

type Request = Pick<z.output<typeof contracts.transferMembership.input>, "id" | "to_member_id" | "fee_minor">;

type Plan = Transfer & {
  /** What the new member gets billed on the day itself: a period that begins, and the fee. */
  due: Line[];
  to: Awaited<ReturnType<typeof getBuyer>>;
  sessions_left: number | null;
};

/** What goes over. Bills that the former member missed stay with that member. */
async function planOf(ctx: Ctx, billed: Billed, { to_member_id, fee_minor }: Request): Promise<Plan> {
  const { row, state, taxes, today } = billed;
  if (to_member_id === row.member_id) throw invalid("to_member_id", "Choose another member");
  const to = await getBuyer(ctx, to_member_id, "to_member_id");
  const { sessions_included, sessions_used } = row;
  const sessions_left = sessions_included === null ? null : sessions_included - sessions_used;
  if (sessions_left === 0) throw new Problem("conflict", "No sessions are left, so there is nothing to transfer.");
  const transfer = withRefusals(() => transferState(state, today));
  // J4: the new member pays, so their family counts.
  const taken = await withFamily(ctx, transfer.taken, {
    row: { ...takenBy(billed, row.id, to_member_id), id: row.id },
    taxes,
  });
  const due = billThrough(taken, today);
  return { ...transfer, taken: due.state, due: [...due.lines, ...feeLine(billed, fee_minor)], to, sessions_left };
}

/** The fee in the shape of the engine's lines, so that the preview and the document tax it the same. */
function feeLine({ row, today }: Billed, fee_minor: number): Line[] {
  if (fee_minor === 0) return [];
  return [
    {
      ...{
        kind: "transfer_fee",
        on: today,
        from_on: null,
        to_on: null,
        plan_id: row.plan_id,
        plan_name: row.plan_name,
      },
      ...{ list_minor: fee_minor, discount_minor: 0, amount_minor: fee_minor, discounts: [] },
      facts: { why: "transfer", full_minor: fee_minor },
    },
  ];
}

const takenBy = ({ row }: Billed, id: string | null, member_id: string): BilledMembership => ({
  ...{ id, member_id, payer_member_id: null, payer_company_id: null },
  ...{ location_id: row.location_id, currency: row.currency },
});

export const previewTransfer = operation(contracts.previewTransfer, async (ctx, input) => {
  const billed = await getBilled(ctx, input.id, true);
  const { row, taxes, today, state } = billed;
  const { taken, lines, due, to, sessions_left } = await planOf(ctx, billed, input);
  const membership = takenBy(billed, null, input.to_member_id);
  const seller = await sellerOf(ctx, row.location_id);
  const options = { membership, taxes, seller, organization: ctx.organization };
  const days = ({ next_bill_on, ends_on, cancelled_on }: typeof state) => ({ next_bill_on, ends_on, cancelled_on });
  const { next_bill_on } = taken;
  return {
    ...{ membership_id: input.id, currency: row.currency, today, ...billOf(due, options) },
    ...{ to_member_id: input.to_member_id, to_member_name: to.name, sessions_left },
    before: days(state),
    after: {
      ...days(taken),
      next_bill_minor: next_bill_on === null ? null : billOf(nextBill(taken), options).total_minor,
      plan_name: row.plan_name,
    },
    until_end: null,
    stays_unpaid_minor: row.unpaid_minor + billOf(lines, { ...options, membership: row }).total_minor,
    notes: [],
  };
});

export const transferMembership = operation(contracts.transferMembership, async (ctx, input) => {
  const { id, to_member_id, reason } = input;
  const billed = await getBilled(ctx, id, false);
  const { row, taxes, today, state } = billed;
  ctx.expectVersion(row.version);
  const before = await getMembershipRow(ctx, id);
  const { given, taken, lines, due, to, sessions_left } = await planOf(ctx, billed, input);
  const new_id = newId();
  const facts = { kind: "transferred_to" as const, membership_id: new_id, name: to.name, on: today };
  await saveBilling(ctx, [{ id, before: state, state: given, today, facts, note: { reason } }]);
  await endByTransfer(ctx, id, `Transferred to ${to.name}: ${reason}`);
  await ctx.db
    .insert(memberships)
    .values({
      ...{ id: new_id, organization_id: ctx.organization_id, member_id: to_member_id, location_id: row.location_id },
      ...columnsOf(taken, today),
      ...{ joining_fee_minor: 0, currency: row.currency, sessions_included: sessions_left, transferred_from_id: id },
      ...{ sold_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
    })
    .catch((error) => {
      throw isDuplicate(error, "memberships_transferred_once")
        ? new Problem("conflict", "This membership was transferred already.")
        : error;
    });
  await copyFreezes(ctx, new_id, taken.freezes);
  await recordHappenings(ctx, [
    {
      ...{ membership_id: new_id, effective_on: today, note: { reason } },
      facts: { kind: "transferred_from", membership_id: id, name: before.member_name, on: today },
    },
  ]);
  const drafts: Draft[] = [
    ...draftsOf(lines, row, taxes, "renewal"),
    ...draftsOf(due, takenBy(billed, new_id, to_member_id), taxes, "sale"),
  ];
  const issued = await issueDocuments(ctx, drafts);
  ctx.audit({
    ...{ target_type: "membership", target_id: id, reason },
    before: { member: before.member_name },
    after: { member: to.name, membership_id: new_id, documents: issued.map(({ number }) => number) },
  });
  ctx.emit(membershipTransferred, {
    ...{ membership_id: id, member_id: row.member_id, to_membership_id: new_id, to_member_id },
  });
  return toResponse(await getMembershipRow(ctx, new_id));
});

async function endByTransfer({ db, organization_id, now }: Ctx, id: string, cancel_reason: string): Promise<void> {
  await db
    .update(memberships)
    .set({ cancel_reason: sql`left(${cancel_reason}, 300)`, cancelled_at: now.toString() })
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.id, id)));
}

async function copyFreezes(ctx: Ctx, membership_id: string, freezes: Billed["state"]["freezes"]): Promise<void> {
  const { organization_id, now, caller } = ctx;
  await insertRecords(
    ctx,
    membershipFreezes,
    freezes.map(({ from_on, to_on, fee, fee_to_on, fee_minor }) => ({
      ...{ id: newId(), organization_id, membership_id, from_on, to_on, fee, fee_to_on, fee_minor },
      ...{ created_by: userIdOf(caller), created_at: now.toString() },
    })),
  );
}
