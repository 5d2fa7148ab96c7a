import { documented } from "@/lib/contracts/documented";
import * as notifications from "./notifications";

const exampleMessage = {
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

export const notificationsDocs = documented(notifications, {
  listMessages: {
    summary: "List messages, newest first",
    description: "Includes scheduled, sent and unsent messages with their state and its reason.",
    example: { input: {}, output: { data: [exampleMessage], next_cursor: null } },
  },

  getMessage: {
    summary: "Retrieve a message with its text",
    example: { input: { id: exampleMessage.id }, output: { ...exampleMessage, text: exampleText } },
  },

  sendMessage: {
    summary: "Send a message to a member",
    description:
      "Uses the given channel, or the member's preferred channel that can reach the member. The text can contain the variables that every template has, such as {{first_name}}. A message that must not be sent is not rejected; it is logged with the reason.",
    example: {
      input: {
        member_id: exampleMessage.member_id,
        subject: "Your towel",
        body: "Hello {{first_name}}, it waits at the desk.",
      },
      output: queued,
    },
  },

  retryMessage: {
    summary: "Resend a message that is held, failed or has an unclear outcome",
    description: "A message with an unclear outcome may be delivered twice.",
    example: { input: { id: exampleMessage.id }, output: queued },
  },
});
