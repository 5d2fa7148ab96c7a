import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { channel, messageCategory } from "@/lib/values/notifications";

const tag = "Notification preferences";

const subscription = z.object({
  gym_name: z.string(),
  slug: z.string(),
  brand_color: z.string(),
  channel,
  category: messageCategory,
  is_allowed: z.boolean(),
});
/** Accepts any text, so that every malformed link gets the same response. */
const token = z.string().max(1_000);
const exampleToken = "AZfwoAAAcACAAAAAAAAAAQGX8KAAAHAAgAAAAAAAAQIAAQ.c2lnbmF0dXJl";
const example = {
  gym_name: "Iron Temple",
  slug: "iron-temple",
  brand_color: "#0d6b68",
  channel: "email" as const,
  category: "marketing" as const,
  is_allowed: true,
};
const path = "/api/v1/unsubscribe/{token}";

export const readUnsubscribe = contract({
  id: "unsubscribe.read",
  scope: "own",
  method: "GET",
  path,
  access: "public",
  tag,
  summary: "See what an unsubscribe link is about",
  description: "Reading changes nothing, so that a mail scanner that follows links unsubscribes nobody.",
  input: z.strictObject({ token }),
  output: subscription,
  errors: ["link_invalid"],
  example: { input: { token: exampleToken }, output: example },
});

export const unsubscribe = contract({
  id: "unsubscribe.create",
  scope: "own",
  method: "POST",
  path,
  access: "public",
  tag,
  summary: "Unsubscribe by one click (RFC 8058)",
  description:
    "Needs no session: the link is the proof, and it does not expire. Takes the form body `List-Unsubscribe=One-Click` that mail programs send, here and at the address of the page, which is the one that mails name. Repeating it changes nothing.",
  input: z.strictObject({ token }),
  output: subscription,
  upload: { content_types: ["application/x-www-form-urlencoded", "multipart/form-data"], max_bytes: 2_000 },
  errors: ["link_invalid"],
  example: { input: { token: exampleToken }, output: { ...example, is_allowed: false } },
});

export const resubscribe = contract({
  id: "unsubscribe.undo",
  scope: "own",
  method: "DELETE",
  path,
  access: "public",
  tag,
  summary: "Take an unsubscription back by the same link",
  description: "Opens the link's own channel and category, nothing else.",
  input: z.strictObject({ token }),
  output: subscription,
  errors: ["link_invalid"],
  example: { input: { token: exampleToken }, output: example },
});
