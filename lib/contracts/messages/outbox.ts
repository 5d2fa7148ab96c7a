import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { channel } from "@/lib/values/schemas/notifications";

const outboxMessage = z.object({
  id,
  channel,
  /** Null for account e-mails, which are not sent by a gym. */
  gym_name: z.string().nullable(),
  to: z.string(),
  /** The first words of the body on channels without a subject. */
  subject: z.string(),
  created_at: instantOut,
});

/** For the page that shows the local outbox; not part of the public API. */
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
    /** The e-mail as it would have been sent; null on other channels. */
    html: z.string().nullable(),
    attachments: z.array(z.object({ name: z.string(), content_type: z.string(), base64: z.string() })),
  }),
  errors: ["not_found"],
});
