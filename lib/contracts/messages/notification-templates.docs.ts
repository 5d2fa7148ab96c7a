import { documented } from "@/lib/contracts/documented";
import * as notificationTemplates from "./notification-templates";

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

const exampleWords = { subject: example.subject, body: example.body };

const exampleKey = { kind: example.kind, channel: example.channel, language: example.language };

const exampleRule = {
  kind: "birthday" as const,
  category: "marketing" as const,
  is_on: true,
  channels: ["email" as const],
  version: 1,
};

export const notificationTemplatesDocs = documented(notificationTemplates, {
  listTemplates: {
    summary: "List the current templates: custom ones and defaults",
    example: { input: { kind: "welcome" }, output: { data: [example] } },
  },

  saveTemplate: {
    summary: "Replace a default template with a custom one",
    description:
      'A variable that does not exist for the kind is rejected, with the list of valid variables. Send the retrieved version in If-Match, or "0" for a default template.',
    example: { input: { ...exampleKey, ...exampleWords }, output: example },
  },

  resetTemplate: {
    summary: "Restore the default template",
    example: { input: exampleKey, output: { ...example, is_default: true, updated_at: null, version: 0 } },
  },

  previewTemplate: {
    summary: "Preview a template for a member or with sample values",
    description: "Values of an event, such as the plan and its last day, are always sample values.",
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
  },

  listMessageRules: {
    summary: "List the automatic messages with their channels",
    example: { input: {}, output: { data: [exampleRule] } },
  },

  updateMessageRule: {
    summary: "Turn an automatic message on or off, and set its channels",
    example: { input: { kind: "birthday", is_on: false }, output: { ...exampleRule, is_on: false } },
  },
});
