import { documented } from "@/lib/contracts/documented";
import * as notificationProviders from "./notification-providers";

const example = {
  channel: "email" as const,
  vendor: "resend" as const,
  owner: "organization" as const,
  settings: { from_email: "hello@iron-temple.example", from_name: "Iron Temple" },
  secrets: ["api_key"],
  webhook_url: "https://gym.example.com/api/webhooks/resend/iron-temple",
  failing_since: null,
  failure: null,
  waiting: 0,
  choices: [
    {
      vendor: "resend" as const,
      label: "Resend",
      fields: [
        {
          name: "api_key",
          label: "API key",
          hint: null,
          is_secret: true,
          is_required: true,
          binds_secrets: false,
          options: null,
        },
      ],
    },
  ],
  version: 1,
};

export const notificationProvidersDocs = documented(notificationProviders, {
  listProviders: {
    summary: "List the message providers of all channels",
    example: { input: {}, output: { data: [example] } },
  },

  saveProvider: {
    summary: "Set the vendor and credentials of a channel",
    description:
      "Secrets are encrypted and never returned. An omitted secret is not changed; an empty one is deleted. If the vendor changes, or a setting with `binds_secrets` (it determines where the secrets are sent), all stored secrets must be entered again. Messages that were waiting for valid credentials are sent. Send the retrieved version in If-Match.",
    example: {
      input: {
        channel: "email",
        vendor: "resend",
        settings: { from_email: "hello@iron-temple.example", from_name: "Iron Temple" },
        secrets: { api_key: "re_123456789" },
      },
      output: example,
    },
  },

  removeProvider: {
    summary: "Delete a channel's vendor and credentials",
    example: {
      input: { channel: "email" },
      output: {
        ...example,
        vendor: "local",
        owner: "installation",
        settings: {},
        secrets: [],
        webhook_url: null,
        version: 0,
      },
    },
  },

  testProvider: {
    summary: "Send a test message and return the vendor's response",
    example: {
      input: { channel: "email", to: "me@example.com" },
      output: { outcome: "accepted", answer: "Resend accepted the message.", provider_message_id: "49a3999c" },
    },
  },
});
