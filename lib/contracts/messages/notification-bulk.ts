import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { memberFilters } from "@/lib/contracts/members/member-fields";
import { bulkState, channel, messageCategory, messageReason } from "@/lib/values/schemas/notifications";
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
  /** The size of the audience, including excluded members. */
  recipients: z.int(),
  /** The number of messages in each state. States without messages are omitted. */
  counts: z.record(z.string(), z.int()),
  /** The end of the quiet hours that delay the pending messages; null if a message is due now or none is pending. */
  waits_until: instantOut.nullable(),
  created_by_name: z.string().nullable(),
  created_at: instantOut,
  started_at: instantOut.nullable(),
  finished_at: instantOut.nullable(),
  version,
});

export const previewBulk = contract({
  id: "notifications.preview_bulk",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/bulk/previews",
  access: "messages.send_bulk",
  tag,
  writes_nothing: true,
  input: z.strictObject({ ...audience, ...words, scheduled_at: z.iso.datetime({ offset: true }).optional() }),
  output: z.object({
    audience: z.int(),
    recipients: z.int(),
    left_out: z.array(z.object({ reason: messageReason, count: z.int() })),
    /** The text for the first recipient, and its number of SMS segments; null without recipients. */
    sample: messageText.extend({ to_name: z.string(), segments: z.int().nullable() }).nullable(),
    /** The estimated time of the last message at the vendor's rate limit. */
    takes_seconds: z.int(),
    /** The end of the local quiet hours that delay messages; null if none are delayed. */
    waits_until: instantOut.nullable(),
  }),
  errors: ["invalid_input", "not_found"],
});

export const createBulk = contract({
  id: "notifications.create_bulk",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/notifications/bulk",
  access: "messages.send_bulk",
  tag,
  input: z.strictObject({
    name: text(100),
    ...audience,
    ...words,
    scheduled_at: z.iso.datetime({ offset: true }).optional(),
  }),
  output: bulkMessage,
  status: 201,
  errors: ["invalid_input", "not_found"],
});

export const listBulk = contract({
  id: "notifications.list_bulk",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/bulk",
  access: "messages.read",
  tag,
  input: z.strictObject(page),
  output: pageOf(bulkMessage),
  errors: ["malformed_cursor"],
});

export const getBulk = contract({
  id: "notifications.get_bulk",
  scope: "location",
  method: "GET",
  path: "/api/v1/notifications/bulk/{id}",
  access: "messages.read",
  tag,
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found"],
});

export const cancelBulk = contract({
  id: "notifications.cancel_bulk",
  scope: "location",
  takes_long: true,
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/cancellation",
  access: "messages.send_bulk",
  tag,
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found", "conflict"],
});

export const retryBulk = contract({
  id: "notifications.retry_bulk",
  scope: "location",
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/retries",
  access: "messages.send_bulk",
  tag,
  input: z.strictObject({ id }),
  output: bulkMessage,
  errors: ["not_found", "conflict"],
});
