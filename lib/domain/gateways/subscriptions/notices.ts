import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { writtenDay } from "@/lib/values/written-day";
import type { BillRow, SubscriptionRow } from "./rows";

type Subject = Pick<SubscriptionRow, "id" | "membership_id">;

/** What the gateway cannot do for a subscription, or does not. */
export async function noticeRefused(ctx: Ctx<unknown>, row: SubscriptionRow, failure: string): Promise<void> {
  if (row.ended_at) return;
  await notice(ctx, row, {
    event_key: `subscription_refused:${row.id}:${row.calls}:${failure.slice(0, 40)}`,
    title: `The gateway could not follow a change of ${row.name}`,
    body: failure,
  });
}

const ends: Record<NonNullable<SubscriptionRow["end_reason"]>, (row: SubscriptionRow) => string | null> = {
  by_staff: () => null,
  membership_ended: () => null,
  payer_changed: () =>
    "The payer of the membership changed, so that the gateway stopped to bill the former one. FitFlow charges the new payer's saved method from now on. Start a subscription again if the gateway should bill.",
  by_gateway: () =>
    "The gateway ended it, such as after tries that failed. FitFlow charges unpaid and coming bills to the payer's saved method. Ask the payer for a new card if that fails too.",
  not_started: ({ failure }) =>
    `${failure ?? "The payer did not allow it at the gateway in time."} FitFlow charges the membership as before.`,
};

/** The gateway bills no more. Staff get a notice, unless staff or the membership ended it. */
export async function noticeEnded(ctx: Ctx<unknown>, row: SubscriptionRow): Promise<void> {
  const body = ends[row.end_reason ?? "by_gateway"](row);
  if (body === null) return;
  await notice(ctx, row, {
    event_key: `subscription_ended:${row.id}`,
    title: `The gateway no longer bills ${row.name}`,
    body,
  });
}

/** Money that the gateway collected and that fits no invoice. */
export async function noticeMismatch(ctx: Ctx<unknown>, row: SubscriptionRow, bill: BillRow): Promise<void> {
  const money = formatMoney(bill.amount_minor, bill.currency, ctx.organization.locale);
  await notice(ctx, row, {
    event_key: `gateway_bill:${bill.id}`,
    title: `${money} of a subscription is not booked`,
    body: `${bill.mismatch} The gateway's bill is ${bill.bill_ref}, for the period from ${writtenDay(bill.period_on)}. Correct the invoice, or refund the bill at the gateway.`,
  });
}

/** Our invoice of the period did not come for days. */
export async function noticeWaiting(ctx: Ctx<unknown>, row: SubscriptionRow, bill: BillRow): Promise<void> {
  const money = formatMoney(bill.amount_minor, bill.currency, ctx.organization.locale);
  await notice(ctx, row, {
    event_key: `gateway_bill_waiting:${bill.id}`,
    title: `${money} of a subscription waits for its invoice`,
    body: `The gateway was paid for the period from ${writtenDay(bill.period_on)}, and the membership has no invoice of this period. Look whether the membership has ended, and refund the bill ${bill.bill_ref} at the gateway if nothing is owed.`,
  });
}

async function notice(
  ctx: Ctx<unknown>,
  { membership_id }: Subject,
  content: { event_key: string; title: string; body: string },
): Promise<void> {
  const { db, organization_id, organization } = ctx;
  const [membership] = await db
    .select({ member_id: memberships.member_id, location_id: memberships.location_id })
    .from(memberships)
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.id, membership_id)));
  if (!membership) return;
  await notifyStaff(ctx, {
    ...{ kind: "payment_mismatch", ...content, permission: "payments.refund", location_id: membership.location_id },
    href: `/manage/${organization.slug}/members/${membership.member_id}?tab=memberships&membership=${membership_id}`,
  });
}

/** K6: the gateway collected what was settled otherwise. Nothing is lost, and a person decides. */
export async function noticeCredit(ctx: Ctx<unknown>, row: SubscriptionRow, bill: BillRow): Promise<void> {
  await notice(ctx, row, {
    event_key: `gateway_bill_credit:${bill.id}`,
    title: "A period was paid twice",
    body: `The gateway collected the bill ${bill.bill_ref} after the invoice of the period from ${writtenDay(bill.period_on)} was settled otherwise. What the invoice did not need is account credit now: refund it, or leave it for the next bill.`,
  });
}
