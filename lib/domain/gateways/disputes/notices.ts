import type { payments } from "@/db/schema";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { DisputeStatus } from "@/lib/values/gateways";
import { formatMoney } from "@/lib/values/money";

type Change = {
  id: string;
  payment: typeof payments.$inferSelect;
  status: DisputeStatus;
  amount_minor: number;
  /** Whether the money was taken back just now. */
  takes: boolean;
  /** What became account credit, because the invoice was paid otherwise. */
  excess: number;
  evidence_due_at: string | null;
};

/** K17: tells the staff of the location what happened and what they can do. Once for each state. */
export async function noticeDispute(ctx: Ctx<unknown>, change: Change): Promise<void> {
  const text = textOf(ctx, change);
  if (!text) return;
  await notifyStaff(ctx, {
    ...{ kind: "payment_disputed", event_key: `dispute:${change.id}:${change.status}`, permission: "payments.refund" },
    ...{ location_id: change.payment.location_id, href: `/manage/${ctx.organization.slug}/disputes/${change.id}` },
    ...text,
  });
}

function textOf(
  ctx: Ctx<unknown>,
  { payment, status, amount_minor, takes, excess, evidence_due_at }: Change,
): { title: string; body: string } | null {
  const money = (minor: number) => formatMoney(minor, payment.currency, ctx.organization.locale);
  const answer = evidence_due_at ? " Send your evidence before the bank's deadline." : "";
  switch (status) {
    case "warning":
      return {
        title: `A bank asks about a payment of ${money(amount_minor)}`,
        body: `No money was taken back. A refund or evidence can settle it.${answer}`,
      };
    case "needs_response":
      return {
        title: `A payment of ${money(amount_minor)} is disputed`,
        body: `${takes ? "The bank took the money back, and the invoice is open again. " : ""}The saved method is not charged any more.${answer}`,
      };
    case "under_review":
      return null;
    case "won":
      return {
        title: `A dispute about ${money(amount_minor)} was won`,
        body:
          excess > 0
            ? `The invoice was paid otherwise in the meantime. ${money(excess)} is account credit now: refund it, or leave it for the next bill.`
            : "The money is back, and what it had paid is paid again.",
      };
    case "lost":
      return {
        title: `A dispute about ${money(amount_minor)} was lost`,
        body: "The money is gone, and the invoice stays open. Collect it in another way, or write it off.",
      };
  }
}
