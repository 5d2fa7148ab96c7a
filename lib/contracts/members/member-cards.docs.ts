import { documented } from "@/lib/contracts/documented";
import * as memberCards from "./member-cards";
import { exampleId } from "./member-fields.docs";

const cardId = "0197f0a0-0000-7000-8000-000000000401";

const example = {
  id: cardId,
  code_hint: "6315",
  issued_at: "2026-03-05T06:42:00.000Z",
  revoked_at: null,
  revoked_reason: null,
};

export const memberCardsDocs = documented(memberCards, {
  listCards: {
    summary: "List a member's cards, newest first",
    example: { input: { id: exampleId }, output: { data: [example] } },
  },

  issueCard: {
    summary: "Issue a card",
    description:
      "`code` has twelve digits, for a QR code or a barcode. It is returned only in this response and stored as a hash. Earlier cards stay valid until they are revoked.",
    example: { input: { id: exampleId }, output: { ...example, code: "482913076315" } },
  },

  revokeCard: {
    summary: "Revoke a card",
    example: {
      input: { id: exampleId, card_id: cardId, reason: "Lost" },
      output: { ...example, revoked_at: "2026-03-06T06:42:00.000Z", revoked_reason: "Lost" },
    },
  },
});
