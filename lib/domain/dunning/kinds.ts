import { linkSecrets } from "@/lib/domain/gateways/link-secrets";
import type { MessageDefinition } from "@/lib/domain/message-definition";
import { addresseeKey, addresseeOf } from "@/lib/domain/messages/contacts";
import { paymentFailedTexts } from "./message-texts";
import { failedOf, failureTexts } from "./texts-of-payers";

/** The messages of this area. What is unpaid is read at the moment of sending, and nothing is sent to a payer who has paid. */
export const dunningKinds = {
  payment_failed: {
    texts: paymentFailedTexts,
    secrets: linkSecrets,
    validity: {
      async current(ctx, all) {
        const failed = await failedOf(
          ctx,
          all.flatMap((message) => addresseeOf(message) ?? []),
        );
        return new Map(
          all.flatMap((message) => {
            const addressee = addresseeOf(message);
            const own = addressee && failed.get(addresseeKey(addressee));
            return own ? [[message.id, failureTexts(own)] as const] : [];
          }),
        );
      },
    },
  },
} satisfies Record<string, MessageDefinition>;
