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
    summary: "List the texts in force, the organization's own and the default ones",
    example: { input: { kind: "welcome" }, output: { data: [example] } },
  },

  saveTemplate: {
    summary: "Write a text of one's own in place of the default one",
    description:
      'A variable that the kind does not have is refused, with the list of those that it has. If-Match takes the version that was read, "0" for a default text.',
    example: { input: { ...exampleKey, ...exampleWords }, output: example },
  },

  resetTemplate: {
    summary: "Go back to the default text",
    example: { input: exampleKey, output: { ...example, is_default: true, updated_at: null, version: 0 } },
  },

  previewTemplate: {
    summary: "See how a text would read, for a member or with sample values",
    description: "What happens to a member, such as the plan and its last day, is shown with sample values always.",
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
    summary: "List what is sent by itself, and on which channels",
    example: { input: {}, output: { data: [exampleRule] } },
  },

  updateMessageRule: {
    summary: "Switch a kind of message on or off, and choose its channels",
    example: { input: { kind: "birthday", is_on: false }, output: { ...exampleRule, is_on: false } },
  },
});
