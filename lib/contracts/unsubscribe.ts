import { z } from "zod";
import { channel, messageCategory } from "@/lib/values/notifications";
import { contract } from "./contract";

const tag = "Notification preferences";

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
