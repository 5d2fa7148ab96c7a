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
    summary: "List who carries the messages on each channel",
    example: { input: {}, output: { data: [example] } },
  },

  saveProvider: {
    summary: "Choose a vendor for a channel and give its credentials",
    description:
      "Secrets are encrypted and never shown again; one that is left out stays as it is, an empty one is forgotten. When the vendor changes, or a setting that decides where the secrets go (binds_secrets), each stored secret must be given again. Messages that waited for working credentials go out. If-Match takes the version that was read.",
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
    summary: "Forget a channel's vendor and its credentials",
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
    summary: "Send a test message and see the vendor's answer",
    example: {
      input: { channel: "email", to: "me@example.com" },
      output: { outcome: "accepted", answer: "Resend accepted the message.", provider_message_id: "49a3999c" },
    },
  },
});
