import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { channel, loggedKind, messageCategory, messageReason, messageState } from "@/lib/values/notifications";

const tag = "Notifications";

export const message = z.object({
  id,
  /** Null where it went to nobody's member record, such as a test. */
  member_id: id.nullable(),
  member_name: z.string().nullable(),
  bulk_id: id.nullable(),
  kind: loggedKind,
  category: messageCategory,
  channel,
  language: z.string(),
  /** Masked for push, where it names a device. Empty where the member has none. */
  to_address: z.string(),
  to_name: z.string(),
  subject: z.string(),
  state: messageState,
  reason: messageReason.nullable(),
  /** One sentence that says why it is held, suppressed or failed, and what to do. */
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

export const exampleMessage = {
  id: "0197f0a0-0000-7000-8000-000000000401",
  member_id: "0197f0a0-0000-7000-8000-000000000102",
  member_name: "Rahel Tesfaye",
  bulk_id: null,
  kind: "membership_expiring" as const,
  category: "reminder" as const,
  channel: "email" as const,
  language: "en",
  to_address: "rahel@example.com",
  to_name: "Rahel Tesfaye",
  subject: "Your Unlimited membership ends on 12 March",
  state: "delivered" as const,
  reason: null,
  explanation: null,
  send_after: "2026-03-05T21:00:00.000Z",
  attempts: 1,
  vendor: "resend",
  provider_message_id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794",
  cost: null,
  created_at: "2026-03-05T21:00:00.000Z",
  sent_at: "2026-03-05T21:00:01.000Z",
  delivered_at: "2026-03-05T21:00:04.000Z",
  ended_at: "2026-03-05T21:00:04.000Z",
};

const exampleText = {
  subject: exampleMessage.subject,
  body: "Hello Rahel, your Unlimited membership ends on 12 March.",
  html: '<!doctype html><html lang="en"><body>Hello Rahel</body></html>',
};

export const listMessages = contract({
  id: "notifications.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications",
  access: "messages.read",
  tag,
  summary: "List messages, newest first",
  description: "Every message that was, will be or was not sent, with its state and the reason for it.",
  input: z.strictObject({
    member_id: id.optional(),
    bulk_id: id.optional(),
    channel: channel.optional(),
    state: listOf(messageState).optional(),
    kind: loggedKind.optional(),
    category: messageCategory.optional(),
    /** The beginning of an address or number. */
    q: z.string().trim().max(100).optional(),
    from_on: calendarDay.optional(),
    to_on: calendarDay.optional(),
    ...page,
  }),
  output: pageOf(message),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [exampleMessage], next_cursor: null } },
});

export const getMessage = contract({
  id: "notifications.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/{id}",
  access: "messages.read",
  tag,
  summary: "Read one message with its text",
  input: z.strictObject({ id }),
  output: message.extend({ text: messageText }),
  errors: ["not_found"],
  example: { input: { id: exampleMessage.id }, output: { ...exampleMessage, text: exampleText } },
});

const queued = {
  ...exampleMessage,
  kind: "direct" as const,
  category: "transactional" as const,
  subject: "Your towel",
  state: "queued" as const,
  attempts: 0,
  vendor: null,
  provider_message_id: null,
  sent_at: null,
  delivered_at: null,
  ended_at: null,
};

export const sendMessage = contract({
  id: "notifications.send",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications",
  access: "messages.send",
  tag,
  summary: "Write to one member",
  description:
    "On the named channel, or on the one that the member prefers and that reaches them. The text may name the variables of every template, such as {{first_name}}. What may not be sent is logged with its reason, not refused.",
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
  example: {
    input: {
      member_id: exampleMessage.member_id,
      subject: "Your towel",
      body: "Hello {{first_name}}, it waits at the desk.",
    },
    output: queued,
  },
});

export const retryMessage = contract({
  id: "notifications.retry",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/retries",
  access: "messages.send",
  tag,
  summary: "Send a message that is held, failed or unclear again",
  description: "A message whose acceptance is unclear may arrive twice; whoever sends it again accepts that.",
  input: z.strictObject({ id }),
  output: message,
  errors: ["not_found", "conflict"],
  example: { input: { id: exampleMessage.id }, output: queued },
});
