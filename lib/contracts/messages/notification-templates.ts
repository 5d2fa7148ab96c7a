import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { channel, language, messageCategory, messageKind } from "@/lib/values/notifications";
import { messageText } from "./notifications";

const tag = "Notification templates";

export const template = z.object({
  kind: messageKind,
  channel,
  language,
  subject: z.string(),
  body: z.string(),
  content_sid: z.string().nullable(),
  /** What the text may name: {{first_name}} … */
  variables: z.array(z.string()),
  is_default: z.boolean(),
  updated_at: instantOut.nullable(),
  /** 0 while the default text is in force. */
  version: z.int().min(0),
});

const key = { kind: messageKind, channel, language };

const example = {
  kind: "welcome" as const,
  channel: "email" as const,
  language: "en" as const,
  subject: "Welcome to {{gym_name}}",
  body: "Hello {{first_name}}, your {{plan_name}} begins on {{starts_on}}.",
  content_sid: null,
  variables: ["first_name", "full_name", "gym_name", "location_name", "member_code", "link", "plan_name", "starts_on"],
  is_default: false,
  updated_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

const words = {
  subject: z.string().trim().max(200).default(""),
  body: text(5_000),
  content_sid: z
    .string()
    .regex(/^HX[0-9a-f]{32}$/, "Use the ContentSid as Twilio shows it, HX and 32 digits")
    .nullable()
    .default(null),
};
const exampleWords = { subject: example.subject, body: example.body };
const exampleKey = { kind: example.kind, channel: example.channel, language: example.language };

export const listTemplates = contract({
  id: "notification_templates.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/notification-templates",
  access: "messages.read",
  tag,
  summary: "List the texts in force, the organization's own and the default ones",
  input: z.strictObject({ kind: messageKind.optional(), channel: channel.optional(), language: language.optional() }),
  output: z.object({ data: z.array(template) }),
  errors: [],
  example: { input: { kind: "welcome" }, output: { data: [example] } },
});

export const saveTemplate = contract({
  id: "notification_templates.save",
  scope: "organization",
  method: "PUT",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
  access: "messages.configure",
  tag,
  summary: "Write a text of one's own in place of the default one",
  description:
    'A variable that the kind does not have is refused, with the list of those that it has. If-Match takes the version that was read, "0" for a default text.',
  input: z.strictObject({ ...key, ...words }),
  output: template,
  errors: ["invalid_input", "version_conflict"],
  example: { input: { ...exampleKey, ...exampleWords }, output: example },
});

export const resetTemplate = contract({
  id: "notification_templates.reset",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
  access: "messages.configure",
  tag,
  summary: "Go back to the default text",
  input: z.strictObject(key),
  output: template,
  errors: ["not_found", "version_conflict"],
  example: { input: exampleKey, output: { ...example, is_default: true, updated_at: null, version: 0 } },
});

export const previewTemplate = contract({
  id: "notification_templates.preview",
  scope: "location",
  method: "POST",
  path: "/api/v1/notification-templates/previews",
  access: "messages.configure",
  tag,
  summary: "See how a text would read, for a member or with sample values",
  description: "What happens to a member, such as the plan and its last day, is shown with sample values always.",
  writes_nothing: true,
  input: z.strictObject({
    kind: messageKind.optional(),
    /** Of a text without a kind, such as a bulk message: advertising by SMS says how to stop it. */
    category: messageCategory.optional(),
    channel,
    language: language.default("en"),
    ...words,
    member_id: id.optional(),
  }),
  output: messageText.extend({
    /** For this member nothing is known of these: the message would be held (P8). */
    missing: z.array(z.string()),
    /** How many SMS it takes; null on other channels. */
    segments: z.int().nullable(),
  }),
  errors: ["invalid_input", "not_found"],
  example: {
    input: { kind: "welcome", channel: "email", ...exampleWords },
    output: {
      subject: "Welcome to Iron Temple",
      body: "Hello Rahel, your Unlimited begins on 12 March.",
      html: null,
      missing: [],
      segments: null,
    },
  },
});

export const messageRule = z.object({
  kind: messageKind,
  category: messageCategory,
  is_on: z.boolean(),
  channels: z.array(channel),
  version: z.int().min(0),
});
const exampleRule = {
  kind: "birthday" as const,
  category: "marketing" as const,
  is_on: true,
  channels: ["email" as const],
  version: 1,
};

export const listMessageRules = contract({
  id: "notification_rules.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/notification-rules",
  access: "messages.read",
  tag,
  summary: "List what is sent by itself, and on which channels",
  input: z.strictObject({}),
  output: z.object({ data: z.array(messageRule) }),
  errors: [],
  example: { input: {}, output: { data: [exampleRule] } },
});

export const updateMessageRule = contract({
  id: "notification_rules.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/notification-rules/{kind}",
  access: "messages.configure",
  tag,
  summary: "Switch a kind of message on or off, and choose its channels",
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
  example: { input: { kind: "birthday", is_on: false }, output: { ...exampleRule, is_on: false } },
});
