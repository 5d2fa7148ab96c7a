import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { channel } from "@/lib/values/notifications";

const outboxMessage = z.object({
  id,
  channel,
  /** Null for mails about an account, which belong to no organization. */
  gym_name: z.string().nullable(),
  to: z.string(),
  /** The beginning of the text if the channel has no subject. */
  subject: z.string(),
  created_at: instantOut,
});

/** For the page that shows messages without a vendor; not part of the public API. */
export const listOutbox = contract({
  id: "outbox.list",
  scope: "organization",
  method: "GET",
  path: "/api/outbox",
  access: "public",
  tag: "Outbox",
  input: z.strictObject({ channel: channel.optional(), ...page }),
  output: pageOf(outboxMessage),
  errors: ["not_found", "malformed_cursor"],
});

export const readOutbox = contract({
  id: "outbox.read",
  scope: "organization",
  method: "GET",
  path: "/api/outbox/{id}",
  access: "public",
  tag: "Outbox",
  input: z.strictObject({ id }),
  output: outboxMessage.extend({
    body: z.string(),
    link: z.string().nullable(),
    /** The mail as it would have been sent; null on other channels. */
    html: z.string().nullable(),
  }),
  errors: ["not_found"],
});
