import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, version } from "@/lib/contracts/fields";
import { blockReason, channel, consentSource, language, messageCategory } from "@/lib/values/schemas/notifications";

const tag = "Notification preferences";

const choice = z.object({
  channel,
  category: messageCategory,
  is_allowed: z.boolean(),
  /** Null for the default. */
  source: consentSource.nullable(),
  changed_at: instantOut.nullable(),
});

export const preferences = z.object({
  member_id: id,
  preferred_channel: channel.nullable(),
  language: language.nullable(),
  /** All channels and categories. Transactional messages are always allowed. */
  choices: z.array(choice),
  /** The address on each channel, of the guardian for a minor (P7). Null: no address. */
  addresses: z.array(
    z.object({
      channel,
      /** The number of devices. Push has no address. */
      address: z.string().nullable(),
      devices: z.int().min(0),
      is_guardian: z.boolean(),
      blocked: z.object({ id, reason: blockReason, detail: z.string().nullable(), blocked_at: instantOut }).nullable(),
    }),
  ),
  /** Stored with the member; a change of either changes both. */
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

export const getPreferences = contract({
  id: "notification_preferences.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/notification-preferences",
  access: "members.read",
  tag,
  input: z.strictObject({ id }),
  output: preferences,
  errors: ["not_found"],
});

export const updatePreferences = contract({
  id: "notification_preferences.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/members/{id}/notification-preferences",
  access: "members.write",
  tag,
  input: z.strictObject({ id, ...changes }),
  output: preferences,
  errors: ["not_found", "invalid_input", "version_conflict"],
});

export const getOwnPreferences = contract({
  id: "me.get_notification_preferences",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/notification-preferences",
  access: "pass.read_own",
  tag,
  input: z.strictObject({}),
  output: preferences,
  errors: ["not_found"],
});

export const updateOwnPreferences = contract({
  id: "me.update_notification_preferences",
  scope: "own",
  method: "PATCH",
  path: "/api/v1/me/notification-preferences",
  access: "profile.write_own",
  tag,
  input: z.strictObject(changes),
  output: preferences,
  errors: ["not_found", "invalid_input", "version_conflict"],
});

export const liftBlock = contract({
  id: "notification_preferences.lift_block",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/blocked-addresses/{id}",
  access: "messages.configure",
  tag,
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found", "conflict"],
});
