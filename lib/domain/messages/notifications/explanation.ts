import type { MessageReason } from "@/lib/values/notifications";
import { asSentence } from "@/lib/values/sentence";

/** Explains a reason and the next step. `detail` is the vendor's response, or the missing variables. */
export function explain(reason: MessageReason | null, detail: string | null): string | null {
  if (reason === null) return detail && `It is retried automatically. ${asSentence(detail)}`;
  const more = detail ? ` ${asSentence(detail)}` : "";
  switch (reason) {
    case "missing_variable":
      return `${detail ?? "A variable"} has no value. Fill it in or change the text, then send the message again.`;
    case "no_address":
      return "The member has no address for any channel of this message. Add an e-mail address or a phone number.";
    case "opted_out":
      return "The member opted out of these messages on this channel.";
    case "no_consent":
      return "The member has not consented to marketing.";
    case "blocked_address":
      return "The address is blocked after a STOP, a bounce or a complaint. The member's page says why.";
    case "no_provider":
      return "This channel has no provider. Choose one in the settings.";
    case "provider_misconfigured":
      return `The provider rejects the gym's credentials. The message waits until they work.${more}`;
    case "rejected":
      return `The provider rejected the message.${more}`;
    case "gave_up":
      return `The provider could not be reached for a day. Send the message again when the provider is available.${more}`;
    case "unclear_acceptance":
      return `The message may have been sent. Send it again only if a duplicate does no harm.${more}`;
    case "bounced":
      return `The message bounced.${more}`;
    case "complained":
      return "The recipient reported the message as spam.";
    case "archived_member":
      return "The member is archived.";
    case "cancelled_by_staff":
      return "A colleague cancelled the message before it was sent.";
    case "no_longer_true":
      return "The content was out of date before the message could be sent.";
    case "moved_to_other_channel":
      return "The message was sent on another channel instead.";
  }
}
