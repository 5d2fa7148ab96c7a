import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { memberFilters } from "@/lib/contracts/members/member-fields";
import { bulkState, channel, messageCategory, messageReason } from "@/lib/values/notifications";
import { messageText } from "./notifications";

const tag = "Notifications";

/** The recipients: a saved segment, or filters of the member list. */
const audience = {
  segment_id: id.optional(),
  filters: z.strictObject(memberFilters).optional(),
};

const words = {
  channel,
  category: messageCategory.exclude(["transactional"]),
  subject: z.string().trim().max(200).default(""),
  body: text(5_000),
  /** Twilio's template for WhatsApp, with its variables in the order of the names in the body. */
  content_sid: z
    .string()
    .regex(/^HX[0-9a-f]{32}$/, "Use the ContentSid as Twilio shows it, HX and 32 digits")
    .optional(),
};

export const bulkMessage = z.object({
  id,
  name: z.string(),
  segment_id: id.nullable(),
  segment_name: z.string().nullable(),
  filters: z.record(z.string(), z.unknown()),
  channel,
  category: messageCategory,
  subject: z.string(),
  body: z.string(),
  state: bulkState,
  failure: z.string().nullable(),
  scheduled_at: instantOut.nullable(),
  /** Everybody in the audience, also who is left out. */
  recipients: z.int(),
  /** How many of them are in each state, only those that occur. */
  counts: z.record(z.string(), z.int()),
  /** Quiet hours keep back until then what still waits; null where something is due now or nothing waits. */
  waits_until: instantOut.nullable(),
  created_by_name: z.string().nullable(),
  created_at: instantOut,
  started_at: instantOut.nullable(),
  finished_at: instantOut.nullable(),
  version,
});

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

export const previewBulk = contract({
  id: "notifications.preview_bulk",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/bulk/previews",
  access: "messages.send_bulk",
  tag,
  summary: "See who would get a bulk message, who would not and why, and how it would read",
  description: "Sends nothing and keeps nothing.",
  writes_nothing: true,
  input: z.strictObject({ ...audience, ...words, scheduled_at: z.iso.datetime({ offset: true }).optional() }),
  output: z.object({
    audience: z.int(),
    recipients: z.int(),
    left_out: z.array(z.object({ reason: messageReason, count: z.int() })),
    /** As the first recipient would read it, and how many SMS that takes; null where there is none. */
    sample: messageText.extend({ to_name: z.string(), segments: z.int().nullable() }).nullable(),
    /** When the last message should have gone out at the vendor's pace. */
    takes_seconds: z.int(),
    /** Local quiet hours keep messages back until then; null where none are. */
    waits_until: instantOut.nullable(),
  }),
  errors: ["invalid_input", "not_found"],
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
});

export const createBulk = contract({
  id: "notifications.create_bulk",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/notifications/bulk",
  access: "messages.send_bulk",
  tag,
  summary: "Write to everybody of a segment, now or at a given time",
  description:
    "Every recipient gets it once. Marketing goes to whoever consented, outside of quiet hours. Follow the progress by reading it again.",
  input: z.strictObject({
    name: text(100),
    ...audience,
    ...words,
    scheduled_at: z.iso.datetime({ offset: true }).optional(),
  }),
  output: bulkMessage,
  status: 201,
  errors: ["invalid_input", "not_found"],
  example: { input: exampleInput, output: { ...example, state: "preparing", counts: {}, recipients: 0, version: 1 } },
});

export const listBulk = contract({
  id: "notifications.list_bulk",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/bulk",
  access: "messages.read",
  tag,
  summary: "List bulk messages, newest first",
  input: z.strictObject(page),
  output: pageOf(bulkMessage),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const getBulk = contract({
  id: "notifications.get_bulk",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/bulk/{id}",
  access: "messages.read",
  tag,
  summary: "Read a bulk message with its progress",
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});

export const cancelBulk = contract({
  id: "notifications.cancel_bulk",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/cancellation",
  access: "messages.send_bulk",
  tag,
  summary: "Stop a bulk message; what has gone out stays sent",
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found", "conflict"],
  example: {
    input: { id: example.id },
    output: { ...example, state: "cancelled", counts: { sent: 120, cancelled: 292 } },
  },
});

export const retryBulk = contract({
  id: "notifications.retry_bulk",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/retries",
  access: "messages.send_bulk",
  tag,
  summary: "Go on with a bulk message that failed",
  description: "It goes on where it stopped: who has been written to does not get it again.",
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found", "conflict"],
  example: { input: { id: example.id }, output: { ...example, state: "preparing" } },
});
