import { z } from "zod";
import { contract } from "./contract";
import { id, instantOut, page, pageOf } from "./fields";

const mail = z.object({ id, to_email: z.string(), subject: z.string(), text_body: z.string(), created_at: instantOut });

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000e1",
  to_email: "kai@example.com",
  subject: "Join the team of Iron Temple",
  text_body: "Ingrid Solberg invites you to the team of Iron Temple.\n",
  created_at: "2026-03-05T06:42:00.000Z",
};

/** For the page that shows the mails of a machine without a mail vendor; no part of the public API. */
export const listOutbox = contract({
  id: "outbox.list",
  method: "GET",
  path: "/api/outbox",
  access: "public",
  tag: "Outbox",
  summary: "List the mails that were kept instead of sent, newest first",
  input: z.strictObject(page),
  output: pageOf(mail.omit({ text_body: true })),
  errors: ["not_found", "malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const readOutboxMail = contract({
  id: "outbox.read",
  method: "GET",
  path: "/api/outbox/{id}",
  access: "public",
  tag: "Outbox",
  summary: "Read a mail that was kept instead of sent",
  input: z.strictObject({ id }),
  output: mail,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});
