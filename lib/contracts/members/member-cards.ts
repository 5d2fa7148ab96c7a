import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { exampleId } from "./member-fields";

const tag = "Members";

export const card = z.object({
  id,
  /** The last four digits, to tell cards apart. */
  code_hint: z.string(),
  issued_at: instantOut,
  revoked_at: instantOut.nullable(),
  revoked_reason: z.string().nullable(),
});

const cardId = "0197f0a0-0000-7000-8000-000000000401";
const example = {
  id: cardId,
  code_hint: "6315",
  issued_at: "2026-03-05T06:42:00.000Z",
  revoked_at: null,
  revoked_reason: null,
};

export const listCards = contract({
  id: "member_cards.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/cards",
  access: "members.read",
  tag,
  summary: "List a member's cards, the newest first",
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(card) }),
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: { data: [example] } },
});

export const issueCard = contract({
  id: "member_cards.issue",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/cards",
  access: "cards.issue",
  tag,
  summary: "Issue a card",
  description:
    "`code` is twelve digits, for a QR code or a bar code of any kind. It is answered this once and stored only as a hash. Cards issued before stay valid until they are revoked.",
  input: z.strictObject({ id }),
  output: card.extend({ code: z.string() }),
  is_confidential: true,
  status: 201,
  errors: ["not_found", "conflict"],
  example: { input: { id: exampleId }, output: { ...example, code: "482913076315" } },
});

export const revokeCard = contract({
  id: "member_cards.revoke",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/cards/{card_id}",
  access: "cards.issue",
  tag,
  summary: "Revoke a card; it opens nothing from now on",
  input: z.strictObject({ id, card_id: id, reason: text(200).optional() }),
  output: card,
  errors: ["not_found"],
  example: {
    input: { id: exampleId, card_id: cardId, reason: "Lost" },
    output: { ...example, revoked_at: "2026-03-06T06:42:00.000Z", revoked_reason: "Lost" },
  },
});
