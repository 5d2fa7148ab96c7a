import type { Channel } from "@/lib/values/delivery";
import type { MessageCategory } from "@/lib/values/notifications";
import { type Contact, type Preference, preferenceFor } from "./contact";

type EffectivePreference = { is_allowed: boolean; source: Preference["source"] | null; changed_at: string | null };

/** The preference that applies to a channel and category, and its date. The source is null for a default. */
export function effectivePreference(
  contact: Contact,
  channel: Channel,
  category: MessageCategory,
): EffectivePreference {
  const { marketing_consent } = contact;
  const choice = preferenceFor(contact, channel, category);
  const lacks_consent = category === "marketing" && !marketing_consent;
  // An opt-in has no effect while the general consent is withdrawn.
  if (choice && !(choice.is_allowed && lacks_consent)) {
    const { is_allowed, source, changed_at } = choice;
    return { is_allowed, source, changed_at };
  }
  if (category === "marketing" && marketing_consent) {
    return { is_allowed: true, source: marketing_consent.source, changed_at: marketing_consent.at };
  }
  return { is_allowed: !lacks_consent, source: null, changed_at: null };
}
