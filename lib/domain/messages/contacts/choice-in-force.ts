import type { Channel } from "@/lib/values/delivery";
import type { MessageCategory } from "@/lib/values/notifications";
import { type Choice, type Contact, choiceFor } from "./contact";

type InForce = { is_allowed: boolean; source: Choice["source"] | null; changed_at: string | null };

/** What holds for a channel and category, and since when; no source while it is the default. */
export function choiceInForce(contact: Contact, channel: Channel, category: MessageCategory): InForce {
  const { marketing_consent } = contact;
  const choice = choiceFor(contact, channel, category);
  const lacks_consent = category === "marketing" && !marketing_consent;
  // A yes says nothing while the consent that it refines is withdrawn.
  if (choice && !(choice.is_allowed && lacks_consent)) {
    const { is_allowed, source, changed_at } = choice;
    return { is_allowed, source, changed_at };
  }
  if (category === "marketing" && marketing_consent) {
    return { is_allowed: true, source: marketing_consent.source, changed_at: marketing_consent.at };
  }
  return { is_allowed: !lacks_consent, source: null, changed_at: null };
}
