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
  "If a member has no marketing consent, allowing marketing on one channel allows that channel only. Disallowing the last channel withdraws the consent.";

export const notificationPreferencesDocs = documented(notificationPreferences, {
  getPreferences: {
    summary: "Retrieve a member's notification preferences",
    example: { input: { id: member_id }, output: example },
  },

  updatePreferences: {
    summary: "Update a member's notification preferences at the member's request",
    description: meaning,
    example: { input: { id: member_id, ...exampleChange }, output: example },
  },

  getOwnPreferences: {
    summary: "Retrieve the signed-in member's notification preferences",
    example: { input: {}, output: example },
  },

  updateOwnPreferences: {
    summary: "Update the signed-in member's notification preferences",
    description: meaning,
    example: { input: exampleChange, output: example },
  },

  liftBlock: {
    summary: "Unblock an address after a bounce or a complaint",
    description: "A STOP by text message is removed only by a START from the same number.",
    example: { input: { id: "0197f0a0-0000-7000-8000-000000000421" }, output: null },
  },
});
