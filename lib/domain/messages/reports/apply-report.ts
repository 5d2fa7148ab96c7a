import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { messages } from "@/db/schema";
import { blockAddress, liftDeadAddress } from "@/lib/domain/messages/contacts";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { DeliveryReport, DeliveryState } from "@/lib/values/delivery";
import { isLaterState, type MessageReason, type MessageState } from "@/lib/values/notifications";
import { truncate } from "@/lib/values/storable-text";
import { type WebhookVendor, webhookVendors } from "./verify-webhook";

type Message = typeof messages.$inferSelect;

const stateByReport: Record<DeliveryState, { state: MessageState; reason: MessageReason | null }> = {
  sent: { state: "sent", reason: null },
  delivered: { state: "delivered", reason: null },
  failed: { state: "failed", reason: "rejected" },
  bounced: { state: "failed", reason: "bounced" },
  // A complaint implies delivery.
  complained: { state: "delivered", reason: "complained" },
};

const maxDetail = 500;

/**
 * Updates the state of the reported message, forward only, and blocks an unreachable address (P9). Returns the message if it has
 * failed, so that it falls back to another channel (P12).
 */
export async function applyReport(ctx: ClockCtx, vendor: WebhookVendor, report: DeliveryReport): Promise<Message[]> {
  const message = await lockMessage(ctx, vendor, report);
  const state = message ? await updateState(ctx, message, report) : null;
  // A delivered message needs no fallback, even after a late bounce.
  const needs_fallback = message !== undefined && state === "failed" && message.state !== "delivered";
  const is_late = message?.state === "delivered" && report.state === "failed";
  const reason = is_late ? null : blockReason(report, vendor);
  const [only] = webhookVendors[vendor].channels;
  const channel = message?.channel ?? (vendor === "twilio" ? null : only);
  const address = message?.to_address || report.address;
  if (reason && channel && channel !== "push" && address) {
    await blockAddress(ctx, { channel, address, reason, detail: report.detail && truncate(report.detail, maxDetail) });
  }
  if (message?.state === "failed" && state === "delivered") await cancelFallback(ctx, message);
  return needs_fallback ? [message] : [];
}

/** "Delivered" arrived after "undelivered": the address works, and the waiting fallback is cancelled. */
async function cancelFallback(
  ctx: ClockCtx,
  { event_key, recipient_key, channel, to_address, id }: Message,
): Promise<void> {
  await liftDeadAddress(ctx, channel, to_address);
  await ctx.db
    .update(messages)
    .set({ state: "cancelled", reason: "moved_to_other_channel", ended_at: ctx.now.toString() })
    .where(
      and(
        eq(messages.organization_id, ctx.organization_id),
        eq(messages.event_key, event_key),
        eq(messages.recipient_key, recipient_key),
        ne(messages.id, id),
        inArray(messages.state, ["queued", "held"]),
        isNull(messages.batch_id),
      ),
    );
}

/**
 * Finds the message by our id if the vendor returns it, otherwise by the vendor's id. A resent message has a new vendor id, so
 * late reports of the first attempt do not match. Finds no messages of other organizations.
 */
async function lockMessage(
  { db, organization_id }: ClockCtx,
  vendor: WebhookVendor,
  { message_id, provider_message_id }: DeliveryReport,
): Promise<Message | undefined> {
  const own_id = z.uuid().safeParse(message_id);
  const ids: SQL[] = [];
  if (own_id.success) ids.push(eq(messages.id, own_id.data));
  if (provider_message_id) ids.push(eq(messages.provider_message_id, provider_message_id));
  if (ids.length === 0) return undefined;
  const [row] = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        or(...ids),
        provider_message_id
          ? or(isNull(messages.provider_message_id), eq(messages.provider_message_id, provider_message_id))
          : undefined,
        or(isNull(messages.vendor), eq(messages.vendor, vendor)),
      ),
    )
    .orderBy(messages.id)
    .limit(1)
    .for("update");
  return row;
}

/** Held messages were never sent, so no report can refer to them. */
const wasSent = ({ state, attempts }: Message) => state !== "held" && attempts > 0;

/** Returns the new state, or null if it did not change. */
async function updateState(
  { db, organization_id }: ClockCtx,
  message: Message,
  report: DeliveryReport,
): Promise<MessageState | null> {
  if (!wasSent(message)) return null;
  const { state, reason } = stateByReport[report.state];
  const is_later = isLaterState(message, { state, reason });
  const is_complaint = report.state === "complained" && message.state !== "failed";
  const has_gone = report.state !== "failed";
  await db
    .update(messages)
    .set({
      ...(is_later && { state, claimed_until: null }),
      ...((is_later || is_complaint) && {
        reason: reason ?? existingComplaint(message),
        detail: report.detail && truncate(report.detail, maxDetail),
      }),
      ...(has_gone && { sent_at: sql`least(${messages.sent_at}, ${report.at}::timestamptz)` }),
      ...(report.state === "delivered" && {
        delivered_at: sql`least(${messages.delivered_at}, ${report.at}::timestamptz)`,
      }),
      ...(is_later && state !== "sent" && { ended_at: report.at }),
      provider_message_id: message.provider_message_id ?? report.provider_message_id,
      ...(report.cost && { cost_amount: report.cost.amount, cost_currency: report.cost.currency }),
    })
    .where(and(eq(messages.organization_id, organization_id), eq(messages.id, message.id)));
  return is_later ? state : null;
}

const existingComplaint = ({ reason }: Message) => (reason === "complained" ? reason : null);

function blockReason({ state, is_permanent }: DeliveryReport, vendor: WebhookVendor) {
  if (state === "complained") return "complaint" as const;
  if (!is_permanent) return null;
  return vendor === "twilio" ? ("dead_address" as const) : ("hard_bounce" as const);
}
