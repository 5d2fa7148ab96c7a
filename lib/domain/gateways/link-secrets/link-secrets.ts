import { readSealedToken, urlOfLink } from "@/lib/domain/gateways/links/sealed-token";
import type { MessageDefinition } from "@/lib/domain/message-definition";
import { env } from "@/lib/kernel/env";

const ownInvoicesUrl = ({ slug }: { slug: string }): string => new URL(`/me/${slug}/invoices`, env().PUBLIC_URL).href;

/** For every kind of message that is about a link to pay: its address is put in when the message leaves. */
export const linkSecrets: NonNullable<MessageDefinition["secrets"]> = {
  names: ["pay_link"],
  async valuesOf(ctx, payment_link_id) {
    const token = await readSealedToken(ctx, payment_link_id);
    // The token of a link that is paid or over is not kept.
    return { pay_link: token ? urlOfLink(token) : ownInvoicesUrl(ctx.organization) };
  },
};
