import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { channel, loggedKind, messageCategory, messageReason, messageState } from "@/lib/values/schemas/notifications";

const tag = "Notifications";

export const message = z.object({
  id,
  /** Null if the message belongs to no member, such as a test message. */
  member_id: id.nullable(),
  member_name: z.string().nullable(),
  bulk_id: id.nullable(),
  kind: loggedKind,
  category: messageCategory,
  channel,
  language: z.string(),
  /** Masked for push, where it identifies a device. Empty if the member has no address. */
  to_address: z.string(),
  to_name: z.string(),
  subject: z.string(),
  state: messageState,
  reason: messageReason.nullable(),
  /** A sentence with the reason why it is held, suppressed or failed, and what to do. */
  explanation: z.string().nullable(),
  send_after: instantOut,
  attempts: z.int(),
  vendor: z.string().nullable(),
  provider_message_id: z.string().nullable(),
  cost: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  created_at: instantOut,
  sent_at: instantOut.nullable(),
  delivered_at: instantOut.nullable(),
  ended_at: instantOut.nullable(),
});

export const messageText = z.object({ subject: z.string(), body: z.string(), html: z.string().nullable() });

export const listMessages = contract({
  id: "notifications.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications",
  access: "messages.read",
  tag,
  input: z.strictObject({
    member_id: id.optional(),
    bulk_id: id.optional(),
    channel: channel.optional(),
    state: listOf(messageState).optional(),
    kind: loggedKind.optional(),
    category: messageCategory.optional(),
    /** The prefix of an address or number. */
    q: z.string().trim().max(100).optional(),
    from_on: calendarDay.optional(),
    to_on: calendarDay.optional(),
    ...page,
  }),
  output: pageOf(message),
  errors: ["malformed_cursor"],
});

export const getMessage = contract({
  id: "notifications.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/{id}",
  access: "messages.read",
  tag,
  input: z.strictObject({ id }),
  output: message.extend({ text: messageText }),
  errors: ["not_found"],
});

export const sendMessage = contract({
  id: "notifications.send",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications",
  access: "messages.send",
  tag,
  input: z.strictObject({
    member_id: id,
    channel: channel.optional(),
    category: messageCategory.default("transactional"),
    subject: z.string().trim().max(200).default(""),
    body: text(5_000),
  }),
  output: message,
  status: 201,
  errors: ["not_found", "invalid_input"],
});

export const retryMessage = contract({
  id: "notifications.retry",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/retries",
  access: "messages.send",
  tag,
  input: z.strictObject({ id }),
  output: message,
  errors: ["not_found", "conflict"],
});
