import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { messages } from "@/db/schema";
import { blockAddress, liftDeadAddress } from "@/lib/domain/messages/contacts";
import type { Ctx } from "@/lib/kernel/operation";
import type { DeliveryReport, DeliveryState } from "@/lib/values/delivery";
import { isLaterState, type MessageReason, type MessageState } from "@/lib/values/notifications";
import { truncate } from "@/lib/values/storable-text";
import { type Reporter, reporters } from "./genuine";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "now">;
type Message = typeof messages.$inferSelect;

const becomes: Record<DeliveryState, { state: MessageState; reason: MessageReason | null }> = {
  sent: { state: "sent", reason: null },
  delivered: { state: "delivered", reason: null },
  failed: { state: "failed", reason: "rejected" },
  bounced: { state: "failed", reason: "bounced" },
  // Who complains has got it.
  complained: { state: "delivered", reason: "complained" },
};

const longestDetail = 500;

/**
 * Moves the message that a report speaks of on, never back, and blocks an address that will never be reached (P9). Answers the
 * message where it is lost by this, to be said on another channel (P12).
 */
export async function applyReport(scope: Scope, vendor: Reporter, report: DeliveryReport): Promise<Message[]> {
  const message = await lockMessage(scope, vendor, report);
  const state = message ? await move(scope, message, report) : null;
  // Who has it needs it on no other channel, also where a bounce comes after all.
  const is_lost = message !== undefined && state === "failed" && message.state !== "delivered";
  const is_late = message?.state === "delivered" && report.state === "failed";
  const reason = is_late ? null : blockReason(report, vendor);
  const [only] = reporters[vendor].channels;
  const channel = message?.channel ?? (vendor === "twilio" ? null : only);
  const address = message?.to_address || report.address;
  if (reason && channel && channel !== "push" && address) {
    await blockAddress(scope, {
      channel,
      address,
      reason,
      detail: report.detail && truncate(report.detail, longestDetail),
    });
  }
  if (message?.state === "failed" && state === "delivered") await takeBack(scope, message);
  return is_lost ? [message] : [];
}

/** "Delivered" came after "undelivered": the number lives, and what waits to say the same on another channel is not needed. */
async function takeBack(scope: Scope, { event_key, recipient_key, channel, to_address, id }: Message): Promise<void> {
  await liftDeadAddress(scope, channel, to_address);
  await scope.db
    .update(messages)
    .set({ state: "cancelled", reason: "moved_to_other_channel", ended_at: scope.now.toString() })
    .where(
      and(
        eq(messages.organization_id, scope.organization_id),
        eq(messages.event_key, event_key),
        eq(messages.recipient_key, recipient_key),
        ne(messages.id, id),
        inArray(messages.state, ["queued", "held"]),
        isNull(messages.batch_id),
      ),
    );
}

/**
 * By our own id where the vendor gives it back, else by the vendor's; a message that was sent again has a new one there, and
 * what comes late about its first try is not about it. Another organization's message is not found.
 */
async function lockMessage(
  { db, organization_id }: Scope,
  vendor: Reporter,
  { message_id, provider_message_id }: DeliveryReport,
): Promise<Message | undefined> {
  const ours = z.uuid().safeParse(message_id);
  const named: SQL[] = [];
  if (ours.success) named.push(eq(messages.id, ours.data));
  if (provider_message_id) named.push(eq(messages.provider_message_id, provider_message_id));
  if (named.length === 0) return undefined;
  const [row] = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        or(...named),
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

/** What waits for a person was never with a vendor: no report can be about it. */
const isOut = ({ state, attempts }: Message) => state !== "held" && attempts > 0;

/** Answers the state that it has moved on to. */
async function move(
  { db, organization_id }: Scope,
  message: Message,
  report: DeliveryReport,
): Promise<MessageState | null> {
  if (!isOut(message)) return null;
  const { state, reason } = becomes[report.state];
  const is_later = isLaterState(message, { state, reason });
  const is_complaint = report.state === "complained" && message.state !== "failed";
  const has_gone = report.state !== "failed";
  await db
    .update(messages)
    .set({
      ...(is_later && { state, claimed_until: null }),
      ...((is_later || is_complaint) && {
        reason: reason ?? keptComplaint(message),
        detail: report.detail && truncate(report.detail, longestDetail),
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

const keptComplaint = ({ reason }: Message) => (reason === "complained" ? reason : null);

function blockReason({ state, is_permanent }: DeliveryReport, vendor: Reporter) {
  if (state === "complained") return "complaint" as const;
  if (!is_permanent) return null;
  return vendor === "twilio" ? ("dead_address" as const) : ("hard_bounce" as const);
}
