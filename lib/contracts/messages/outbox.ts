import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { channel } from "@/lib/values/notifications";

const kept = z.object({
  id,
  channel,
  /** Null where it is about somebody's account and not from a gym. */
  gym_name: z.string().nullable(),
  to: z.string(),
  /** The first words where the channel knows no subject. */
  subject: z.string(),
  created_at: instantOut,
});

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000e1",
  channel: "email" as const,
  gym_name: null,
  to: "kai@example.com",
  subject: "Join the team of Iron Temple",
  created_at: "2026-03-05T06:42:00.000Z",
};

/** For the page that shows messages without a vendor; not part of the public API. */
export const listOutbox = contract({
  id: "outbox.list",
  scope: "organization",
  method: "GET",
  path: "/api/outbox",
  access: "public",
  tag: "Outbox",
  summary: "List the messages that were kept instead of sent, newest first",
  input: z.strictObject({ channel: channel.optional(), ...page }),
  output: pageOf(kept),
  errors: ["not_found", "malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const readOutbox = contract({
  id: "outbox.read",
  scope: "organization",
  method: "GET",
  path: "/api/outbox/{id}",
  access: "public",
  tag: "Outbox",
  summary: "Read a message that was kept instead of sent",
  input: z.strictObject({ id }),
  output: kept.extend({
    body: z.string(),
    link: z.string().nullable(),
    /** The mail as it would have gone out; null on other channels. */
    html: z.string().nullable(),
  }),
  errors: ["not_found"],
  example: {
    input: { id: example.id },
    output: {
      ...example,
      body: "Ingrid Solberg invites you to the team of Iron Temple.\n",
      link: null,
      html: null,
    },
  },
});
