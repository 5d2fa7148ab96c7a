import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, version } from "@/lib/contracts/fields";
import { blockReason, channel, consentSource, language, messageCategory } from "@/lib/values/notifications";

const tag = "Notification preferences";

const choice = z.object({
  channel,
  category: messageCategory,
  is_allowed: z.boolean(),
  /** Null while it is the default. */
  source: consentSource.nullable(),
  changed_at: instantOut.nullable(),
});

export const preferences = z.object({
  member_id: id,
  preferred_channel: channel.nullable(),
  language: language.nullable(),
  /** Every channel and category; transactional is always allowed. */
  choices: z.array(choice),
  /** Where each channel reaches the member; a minor's guardian (P7). Null: nowhere. */
  addresses: z.array(
    z.object({
      channel,
      /** Push has no address to show; its devices are counted. */
      address: z.string().nullable(),
      devices: z.int().min(0),
      is_guardian: z.boolean(),
      blocked: z.object({ id, reason: blockReason, detail: z.string().nullable(), blocked_at: instantOut }).nullable(),
    }),
  ),
  /** The member's own; a change of either is a change of both. */
  version,
});

const change = z.strictObject({
  channel,
  category: messageCategory.exclude(["transactional"]),
  is_allowed: z.boolean(),
});
const isOnePerPair = (list: z.output<typeof change>[]) =>
  new Set(list.map((one) => `${one.channel} ${one.category}`)).size === list.length;

const changes = {
  preferred_channel: channel.nullable().optional(),
  language: language.nullable().optional(),
  choices: z.array(change).max(8).refine(isOnePerPair, { error: "Name each channel and category once" }).optional(),
};

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

export const getPreferences = contract({
  id: "notification_preferences.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/notification-preferences",
  access: "members.read",
  tag,
  summary: "Read how a member wants to be reached",
  input: z.strictObject({ id }),
  output: preferences,
  errors: ["not_found"],
  example: { input: { id: member_id }, output: example },
});

export const updatePreferences = contract({
  id: "notification_preferences.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/members/{id}/notification-preferences",
  access: "members.write",
  tag,
  summary: "Change how a member wants to be reached, on their word",
  description: meaning,
  input: z.strictObject({ id, ...changes }),
  output: preferences,
  errors: ["not_found", "invalid_input", "version_conflict"],
  example: { input: { id: member_id, ...exampleChange }, output: example },
});

export const getOwnPreferences = contract({
  id: "me.get_notification_preferences",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/notification-preferences",
  access: "pass.read_own",
  tag,
  summary: "Read how the signed-in member is reached",
  input: z.strictObject({}),
  output: preferences,
  errors: ["not_found"],
  example: { input: {}, output: example },
});

export const updateOwnPreferences = contract({
  id: "me.update_notification_preferences",
  scope: "own",
  method: "PATCH",
  path: "/api/v1/me/notification-preferences",
  access: "profile.write_own",
  tag,
  summary: "Choose what the gym may send, and how",
  description: meaning,
  input: z.strictObject(changes),
  output: preferences,
  errors: ["not_found", "invalid_input", "version_conflict"],
  example: { input: exampleChange, output: example },
});

export const liftBlock = contract({
  id: "notification_preferences.lift_block",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/blocked-addresses/{id}",
  access: "messages.configure",
  tag,
  summary: "Write to an address again that bounced or complained",
  description: "A STOP by text message is lifted by the member's own START only.",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "conflict"],
  example: { input: { id: "0197f0a0-0000-7000-8000-000000000421" }, output: null },
});
