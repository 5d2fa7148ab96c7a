import { documented } from "@/lib/contracts/documented";
import * as notificationBulk from "./notification-bulk";

const example = {
  id: "0197f0a0-0000-7000-8000-000000000411",
  name: "Easter hours",
  segment_id: null,
  segment_name: null,
  filters: { status: ["active"] },
  channel: "email" as const,
  category: "marketing" as const,
  subject: "We open at 10 over Easter",
  body: "Hello {{first_name}}, over Easter we open at 10.",
  state: "sending" as const,
  failure: null,
  scheduled_at: null,
  recipients: 412,
  counts: { sent: 120, queued: 240, suppressed: 52 },
  waits_until: null,
  created_by_name: "Ingrid Solberg",
  created_at: "2026-03-05T06:42:00.000Z",
  started_at: "2026-03-05T06:42:01.000Z",
  finished_at: null,
  version: 2,
};

const exampleWords = {
  filters: { status: ["active" as const] },
  channel: example.channel,
  category: example.category,
  subject: example.subject,
  body: example.body,
};

const exampleInput = { name: example.name, ...exampleWords };

export const notificationBulkDocs = documented(notificationBulk, {
  previewBulk: {
    summary: "Preview a bulk message: recipients, exclusions with reasons, and text",
    description: "Sends and stores nothing.",
    example: {
      input: exampleWords,
      output: {
        audience: 412,
        recipients: 360,
        left_out: [{ reason: "no_consent", count: 52 }],
        sample: {
          to_name: "Rahel Tesfaye",
          subject: example.subject,
          body: "Hello Rahel, over Easter we open at 10.",
          html: null,
          segments: null,
        },
        takes_seconds: 8,
        waits_until: null,
      },
    },
  },

  createBulk: {
    summary: "Send a message to a segment, now or at a given time",
    description:
      "Each recipient receives the message once. Marketing is sent only to members with consent, outside of quiet hours. Retrieve the bulk message to see its progress.",
    example: { input: exampleInput, output: { ...example, state: "preparing", counts: {}, recipients: 0, version: 1 } },
  },

  listBulk: {
    summary: "List bulk messages, newest first",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  getBulk: {
    summary: "Retrieve a bulk message with its progress",
    example: { input: { id: example.id }, output: example },
  },

  cancelBulk: {
    summary: "Stop a bulk message; sent messages are not recalled",
    example: {
      input: { id: example.id },
      output: { ...example, state: "cancelled", counts: { sent: 120, cancelled: 292 } },
    },
  },

  retryBulk: {
    summary: "Resume a failed bulk message",
    description: "Continues where it stopped. Recipients who already received the message do not receive it again.",
    example: { input: { id: example.id }, output: { ...example, state: "preparing" } },
  },
});
