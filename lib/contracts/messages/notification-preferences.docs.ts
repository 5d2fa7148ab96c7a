import { documented } from "@/lib/contracts/documented";
import * as notificationPreferences from "./notification-preferences";

const member_id = "0197f0a0-0000-7000-8000-000000000102";

const example = {
  member_id,
  preferred_channel: "email" as const,
  language: "en" as const,
  choices: [
    {
      channel: "email" as const,
      category: "marketing" as const,
      is_allowed: true,
      source: "member" as const,
      changed_at: "2026-03-05T06:42:00.000Z",
    },
  ],
  addresses: [
    { channel: "email" as const, address: "rahel@example.com", devices: 0, is_guardian: false, blocked: null },
  ],
  version: 2,
};

const exampleChange = { choices: [{ channel: "email" as const, category: "marketing" as const, is_allowed: true }] };

const meaning =
  "Allowing advertising on one channel of a member who had consented to none opens that channel only. Closing the last one withdraws the consent.";

export const notificationPreferencesDocs = documented(notificationPreferences, {
  getPreferences: {
    summary: "Read how a member wants to be reached",
    example: { input: { id: member_id }, output: example },
  },

  updatePreferences: {
    summary: "Change how a member wants to be reached, on their word",
    description: meaning,
    example: { input: { id: member_id, ...exampleChange }, output: example },
  },

  getOwnPreferences: {
    summary: "Read how the signed-in member is reached",
    example: { input: {}, output: example },
  },

  updateOwnPreferences: {
    summary: "Choose what the gym may send, and how",
    description: meaning,
    example: { input: exampleChange, output: example },
  },

  liftBlock: {
    summary: "Write to an address again that bounced or complained",
    description: "A STOP by text message is lifted by the member's own START only.",
    example: { input: { id: "0197f0a0-0000-7000-8000-000000000421" }, output: null },
  },
});
