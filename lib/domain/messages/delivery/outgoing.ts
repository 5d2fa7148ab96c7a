import { unsubscribeLink } from "@/lib/domain/messages/contacts";
import { languageTexts } from "@/lib/domain/messages/default-texts/default-text";
import { type Outgoing, webhookUrl } from "@/lib/domain/messages/providers";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Attachment } from "@/lib/values/delivery";
import type { Message } from "./queue";

/**
 * The message in the form that the vendor call needs. Depends on the row and on files that are made from what never changes, so that
 * a repeated call is identical.
 */
export function outgoingOf(
  message: Message,
  organization: OrganizationCard,
  attachments: readonly Attachment[] = [],
): Outgoing {
  const { id, channel, language, subject, body, link, media_urls, content } = message;
  return {
    id,
    to: message.to_address,
    language,
    subject,
    body,
    button: link ? { label: languageTexts[language].button, url: link } : null,
    link,
    media_urls,
    content,
    unsubscribe: unsubscribeLinkOf(message, organization),
    status_callback_url: channel === "sms" || channel === "whatsapp" ? statusUrl(organization.slug, id) : null,
    attachments,
  };
}

/** RFC 8058, for every category that a member may unsubscribe from. */
function unsubscribeLinkOf({ channel, category, member_id }: Message, { id: organization_id }: OrganizationCard) {
  if (channel !== "email" || category === "transactional" || !member_id) return null;
  return unsubscribeLink({ organization_id, member_id, channel, category });
}

function statusUrl(slug: string, message_id: string): string {
  const url = new URL(webhookUrl("twilio", slug));
  url.searchParams.set("message_id", message_id);
  return url.href;
}
