import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";

const tag = "Members";

const card = z.object({
  id,
  /** The last four digits, to distinguish cards. */
  code_hint: z.string(),
  issued_at: instantOut,
  revoked_at: instantOut.nullable(),
  revoked_reason: z.string().nullable(),
});

export const listCards = contract({
  id: "member_cards.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/cards",
  access: "members.read",
  tag,
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(card) }),
  errors: ["not_found"],
});

export const issueCard = contract({
  id: "member_cards.issue",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/cards",
  access: "cards.issue",
  tag,
  input: z.strictObject({ id }),
  output: card.extend({ code: z.string() }),
  is_confidential: true,
  status: 201,
  errors: ["not_found", "conflict"],
});

export const revokeCard = contract({
  id: "member_cards.revoke",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/cards/{card_id}",
  access: "cards.issue",
  tag,
  input: z.strictObject({ id, card_id: id, reason: text(200).optional() }),
  output: card,
  errors: ["not_found"],
});
