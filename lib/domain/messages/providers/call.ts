import type { OrganizationCard } from "@/lib/kernel/caller";
import { env, isHttps } from "@/lib/kernel/env";
import { renderMail } from "@/lib/providers/email/layout";
import type { Attachment, SendOutcome } from "@/lib/values/delivery";
import type { Language } from "@/lib/values/notifications";
import type { Carrier } from "./carrier";

/** A message, independent of the vendor. */
export type Outgoing = {
  id: string;
  to: string;
  language: Language;
  subject: string;
  body: string;
  button: { label: string; url: string } | null;
  link: string | null;
  media_urls: string[];
  content: { sid: string; variables: Record<string, string> } | null;
  unsubscribe: { url: string; headers: Record<string, string> } | null;
  status_callback_url: string | null;
  /** Of a mail. */
  attachments: readonly Attachment[];
};

/** One vendor call. Returns one outcome per message, in order. Never throws. */
export async function call(
  carrier: Carrier,
  organization: OrganizationCard,
  all: readonly Outgoing[],
  key: string,
): Promise<SendOutcome[]> {
  // The local outbox reads the rows, so nothing is rendered.
  if (carrier.provider.name === "local") return all.map(({ id }) => ({ outcome: "accepted", provider_message_id: id }));
  switch (carrier.channel) {
    case "email":
      return carrier.provider.send(await Promise.all(all.map((one) => toMail(carrier.from, organization, one))), key);
    case "push":
      return carrier.provider.send(
        all.map(({ id, to, subject, body, link }) => ({ id, token: to, title: subject, body, link, data: {} })),
        key,
      );
    default:
      return carrier.provider.send(
        all.map(({ id, to, body, media_urls, content, status_callback_url }) => ({
          id,
          to,
          body,
          media_urls,
          content,
          status_callback_url,
        })),
        key,
      );
  }
}

type From = Extract<Carrier, { channel: "email" }>["from"];

async function toMail(from: From, organization: OrganizationCard, one: Outgoing) {
  const { html, text } = await renderedMail(organization, one);
  return {
    id: one.id,
    to: one.to,
    from: { name: from.name ?? organization.name, email: from.email },
    reply_to: from.reply_to,
    subject: one.subject,
    html,
    text,
    headers: one.unsubscribe?.headers ?? {},
    attachments: one.attachments,
  };
}

type MailContent = Pick<Outgoing, "language" | "subject" | "body" | "button" | "unsubscribe">;

/** The mail as it is sent, with the organization's brand color. */
export const renderedMail = (organization: OrganizationCard, { button, unsubscribe, ...content }: MailContent) =>
  renderMail({
    brand: {
      name: organization.name,
      colour: organization.brand_color,
      logo_url: logoUrl(organization),
      address: null,
    },
    language: content.language,
    subject: content.subject,
    body: content.body,
    ...(button && { button }),
    ...(unsubscribe && { unsubscribe_url: unsubscribe.url }),
  });

/** Mail programs load the logo over the internet, so there is none without a public HTTPS address. */
function logoUrl({ id, logo_file_id }: OrganizationCard): string | null {
  if (!logo_file_id || !isHttps()) return null;
  return new URL(`/api/v1/organizations/${id}/logo?v=${logo_file_id}`, env().PUBLIC_URL).href;
}
