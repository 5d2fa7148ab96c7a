import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { channel, messageCategory } from "@/lib/values/schemas/notifications";

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
const path = "/api/v1/unsubscribe/{token}";

export const readUnsubscribe = contract({
  id: "unsubscribe.read",
  scope: "own",
  method: "GET",
  path,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: subscription,
  errors: ["link_invalid"],
});

export const unsubscribe = contract({
  id: "unsubscribe.create",
  scope: "own",
  method: "POST",
  path,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: subscription,
  upload: { content_types: ["application/x-www-form-urlencoded", "multipart/form-data"], max_bytes: 2_000 },
  errors: ["link_invalid"],
});

export const resubscribe = contract({
  id: "unsubscribe.undo",
  scope: "own",
  method: "DELETE",
  path,
  access: "public",
  tag,
  input: z.strictObject({ token }),
  output: subscription,
  errors: ["link_invalid"],
});
