import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { channel, language, messageCategory, messageKind } from "@/lib/values/schemas/notifications";
import { messageText } from "./notifications";

const tag = "Notification templates";

export const template = z.object({
  kind: messageKind,
  channel,
  language,
  subject: z.string(),
  body: z.string(),
  content_sid: z.string().nullable(),
  /** The variables that the text can contain, such as {{first_name}}. */
  variables: z.array(z.string()),
  is_default: z.boolean(),
  updated_at: instantOut.nullable(),
  /** 0 for the default template. */
  version: z.int().min(0),
});

const key = { kind: messageKind, channel, language };

const words = {
  subject: z.string().trim().max(200).default(""),
  body: text(5_000),
  content_sid: z
    .string()
    .regex(/^HX[0-9a-f]{32}$/, "Use the ContentSid as Twilio shows it, HX and 32 digits")
    .nullable()
    .default(null),
};

export const listTemplates = contract({
  id: "notification_templates.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/notification-templates",
  access: "messages.read",
  tag,
  input: z.strictObject({ kind: messageKind.optional(), channel: channel.optional(), language: language.optional() }),
  output: z.object({ data: z.array(template) }),
  errors: [],
});

export const saveTemplate = contract({
  id: "notification_templates.save",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
  access: "messages.configure",
  tag,
  input: z.strictObject({ ...key, ...words }),
  output: template,
  errors: ["invalid_input", "version_conflict"],
});

export const resetTemplate = contract({
  id: "notification_templates.reset",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
  access: "messages.configure",
  tag,
  input: z.strictObject(key),
  output: template,
  errors: ["not_found", "version_conflict"],
});

export const previewTemplate = contract({
  id: "notification_templates.preview",
  scope: "location",
  method: "POST",
  path: "/api/v1/notification-templates/previews",
  access: "messages.configure",
  tag,
  writes_nothing: true,
  input: z.strictObject({
    kind: messageKind.optional(),
    /** For a text without a kind, such as a bulk message. Marketing by SMS must say how to opt out. */
    category: messageCategory.optional(),
    channel,
    language: language.default("en"),
    ...words,
    member_id: id.optional(),
  }),
  output: messageText.extend({
    /** Variables without a value for this member; the message would be held (P8). */
    missing: z.array(z.string()),
    /** The number of SMS segments; null on other channels. */
    segments: z.int().nullable(),
  }),
  errors: ["invalid_input", "not_found"],
});

export const messageRule = z.object({
  kind: messageKind,
  category: messageCategory,
  is_on: z.boolean(),
  channels: z.array(channel),
  version: z.int().min(0),
});

export const listMessageRules = contract({
  id: "notification_rules.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/notification-rules",
  access: "messages.read",
  tag,
  input: z.strictObject({}),
  output: z.object({ data: z.array(messageRule) }),
  errors: [],
});

export const updateMessageRule = contract({
  id: "notification_rules.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/notification-rules/{kind}",
  access: "messages.configure",
  tag,
  input: z.strictObject({
    kind: messageKind,
    is_on: z.boolean().optional(),
    channels: z
      .array(channel)
      .min(1)
      .refine((list) => new Set(list).size === list.length, { error: "Name each channel once" })
      .optional(),
  }),
  output: messageRule,
  errors: ["invalid_input", "version_conflict"],
});
