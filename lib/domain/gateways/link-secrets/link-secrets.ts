import { readSealedToken, urlOfLink } from "@/lib/domain/gateways/links/sealed-token";
import type { MessageDefinition } from "@/lib/domain/message-definition";

/** For every kind of message that is about a link to pay: its address is put in when the message leaves. */
export const linkSecrets: NonNullable<MessageDefinition["secrets"]> = {
  names: ["pay_link"],
  async valuesOf(ctx, payment_link_id) {
    const token = await readSealedToken(ctx, payment_link_id);
    if (!token) throw new Error("The link was not made to be sent");
    return { pay_link: urlOfLink(token) };
  },
};
