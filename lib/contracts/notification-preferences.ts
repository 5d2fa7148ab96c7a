import { z } from "zod";
import { blockReason, channel, consentSource, language, messageCategory } from "@/lib/values/notifications";
import { contract } from "./contract";
import { id, instantOut, text } from "./fields";

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
      address: z.string().nullable(),
      is_guardian: z.boolean(),
      blocked: z.object({ id, reason: blockReason, detail: z.string().nullable(), blocked_at: instantOut }).nullable(),
    }),
  ),
});

const changes = {
  preferred_channel: channel.nullable().optional(),
  language: language.nullable().optional(),
  choices: z
    .array(z.strictObject({ channel, category: messageCategory.exclude(["transactional"]), is_allowed: z.boolean() }))
    .max(20)
    .optional(),
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
  addresses: [{ channel: "email" as const, address: "rahel@example.com", is_guardian: false, blocked: null }],
};
const exampleChange = { choices: [{ channel: "email" as const, category: "marketing" as const, is_allowed: true }] };

export const getPreferences = contract({
  id: "notification_preferences.get",
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
  method: "PATCH",
  path: "/api/v1/members/{id}/notification-preferences",
  access: "members.write",
  tag,
  summary: "Change how a member wants to be reached, on their word",
  input: z.strictObject({ id, ...changes }),
  output: preferences,
  errors: ["not_found", "invalid_input"],
  example: { input: { id: member_id, ...exampleChange }, output: example },
});

export const getOwnPreferences = contract({
  id: "me.get_notification_preferences",
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
  method: "PATCH",
  path: "/api/v1/me/notification-preferences",
  access: "profile.write_own",
  tag,
  summary: "Choose what the gym may send, and how",
  input: z.strictObject(changes),
  output: preferences,
  errors: ["not_found", "invalid_input"],
  example: { input: exampleChange, output: example },
});

export const liftBlock = contract({
  id: "notification_preferences.lift_block",
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

const unsubscribed = z.object({
  gym_name: z.string(),
  slug: z.string(),
  channel,
  category: messageCategory,
  is_allowed: z.boolean(),
});
const token = z.string().min(20).max(400);
const exampleToken = "eyJtIjoiMDE5N2YwYTAifQ.c2lnbmF0dXJl";
const exampleUnsubscribed = {
  gym_name: "Iron Temple",
  slug: "iron-temple",
  channel: "email" as const,
  category: "marketing" as const,
  is_allowed: true,
};

export const readUnsubscribe = contract({
  id: "unsubscribe.read",
  method: "GET",
  path: "/api/v1/unsubscribe/{token}",
  access: "public",
  tag,
  summary: "See what an unsubscribe link is about",
  description: "Reading changes nothing, so that a mail scanner that follows links unsubscribes nobody.",
  input: z.strictObject({ token }),
  output: unsubscribed,
  errors: ["link_invalid"],
  example: { input: { token: exampleToken }, output: exampleUnsubscribed },
});

export const unsubscribe = contract({
  id: "unsubscribe.create",
  method: "POST",
  path: "/api/v1/unsubscribe/{token}",
  access: "public",
  tag,
  summary: "Unsubscribe by one click (RFC 8058)",
  description:
    "Needs no session: the link is the proof. Takes the form body `List-Unsubscribe=One-Click` that mail programs send.",
  input: z.strictObject({ token }),
  output: unsubscribed,
  upload: { content_types: ["application/x-www-form-urlencoded", "multipart/form-data"], max_bytes: 2_000 },
  errors: ["link_invalid"],
  example: { input: { token: exampleToken }, output: { ...exampleUnsubscribed, is_allowed: false } },
});

export const device = z.object({
  id,
  kind: z.enum(["web", "ios", "android"]),
  label: z.string(),
  created_at: instantOut,
  seen_at: instantOut,
});
const exampleDevice = {
  id: "0197f0a0-0000-7000-8000-000000000431",
  kind: "web" as const,
  label: "Chrome on Android",
  created_at: "2026-03-05T06:42:00.000Z",
  seen_at: "2026-03-05T06:42:00.000Z",
};

export const listDevices = contract({
  id: "devices.list",
  method: "GET",
  path: "/api/v1/devices",
  access: "pass.read_own",
  tag,
  summary: "List the signed-in member's devices that take push messages",
  input: z.strictObject({}),
  output: z.object({ data: z.array(device), web_push: z.record(z.string(), z.string()).nullable() }),
  errors: ["not_found"],
  example: { input: {}, output: { data: [exampleDevice], web_push: null } },
});

export const registerDevice = contract({
  id: "devices.register",
  method: "POST",
  path: "/api/v1/devices",
  access: "profile.write_own",
  tag,
  summary: "Register a push token; the same token again is the same device",
  description: "A token that another member of the gym had on this device moves to whoever is signed in now.",
  input: z.strictObject({
    kind: z.enum(["web", "ios", "android"]),
    token: z.string().min(10).max(4_096),
    label: text(80),
  }),
  output: device,
  status: 201,
  errors: ["not_found", "invalid_input"],
  example: {
    input: { kind: "web", token: "dGhpcyBpcyBub3QgYSByZWFsIHRva2Vu", label: exampleDevice.label },
    output: exampleDevice,
  },
});

export const removeDevice = contract({
  id: "devices.remove",
  method: "DELETE",
  path: "/api/v1/devices/{id}",
  access: "profile.write_own",
  tag,
  summary: "Remove one of the signed-in member's devices",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found"],
  example: { input: { id: exampleDevice.id }, output: null },
});
