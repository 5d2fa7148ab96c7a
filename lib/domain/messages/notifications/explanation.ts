import type { MessageReason } from "@/lib/values/notifications";
import { asSentence } from "@/lib/values/sentence";

/** One sentence that says why, and what to do; `detail` is the vendor's answer, or what was missing. */
export function explain(reason: MessageReason | null, detail: string | null): string | null {
  if (reason === null) return detail && `It is tried again by itself. ${asSentence(detail)}`;
  const more = detail ? ` ${asSentence(detail)}` : "";
  switch (reason) {
    case "missing_variable":
      return `Nothing is known of ${detail ?? "a variable"}. Fill it in or change the text, then send it again.`;
    case "no_address":
      return "The member can be reached on no channel of this message. Add an address or a number.";
    case "opted_out":
      return "The member does not want messages of this kind on this channel.";
    case "no_consent":
      return "The member has not agreed to advertising.";
    case "blocked_address":
      return "The address is blocked after a STOP, a bounce or a complaint. The member's page says why.";
    case "no_provider":
      return "Nobody carries messages on this channel. Choose a provider in the settings.";
    case "provider_misconfigured":
      return `The provider refuses the gym's credentials; the message waits until they work again.${more}`;
    case "rejected":
      return `The provider refused the message.${more}`;
    case "gave_up":
      return `The provider could not be reached for a day. Send it again once it answers.${more}`;
    case "unclear_acceptance":
      return `It may have gone out or not. Send it again only if a second message does no harm.${more}`;
    case "bounced":
      return `It came back from the address.${more}`;
    case "complained":
      return "The recipient marked it as unwanted.";
    case "archived_member":
      return "The member is archived.";
    case "cancelled_by_staff":
      return "A colleague stopped it before it went out.";
    case "no_longer_true":
      return "What it says was no longer true when it could go out.";
    case "moved_to_other_channel":
      return "It went out on another channel instead.";
  }
}
