import { type Channel, channels } from "@/lib/values/delivery";
import type {
  blockReasons,
  consentSources,
  Language,
  MessageCategory,
  MessageReason,
} from "@/lib/values/notifications";

type ConsentSource = (typeof consentSources)[number];

export type Block = {
  id: string;
  reason: (typeof blockReasons)[number];
  detail: string | null;
  blocked_at: string;
};

/** Where one channel ends. `address` is an e-mail address or a number; push reaches `device_ids` instead. */
type Reach = { address: string | null; device_ids: string[]; block: Block | null };

export type Choice = {
  channel: Channel;
  category: Exclude<MessageCategory, "transactional">;
  is_allowed: boolean;
  source: ConsentSource;
  changed_at: string;
};

/** How a member is reached, and what the member wants to hear. */
export type Contact = {
  member_id: string;
  member_code: string;
  first_name: string;
  full_name: string;
  location_id: string;
  location_name: string;
  time_zone: string;
  /** null: the organization's. */
  language: Language | null;
  preferred_channel: Channel | null;
  is_archived: boolean;
  /** P7: everything below is the guardian's then. */
  is_minor: boolean;
  to_name: string;
  reach: Record<Channel, Reach>;
  /** The general consent to advertising; a choice only narrows it. */
  marketing_consent: { at: string; source: ConsentSource | null } | null;
  choices: Choice[];
};

/** Why a message of this category may not go this way; null where it may. */
export function reasonAgainst(contact: Contact, channel: Channel, category: MessageCategory): MessageReason | null {
  if (category !== "transactional") {
    const refusal = unwanted(contact, channel, category);
    if (refusal) return refusal;
  }
  const { address, device_ids, block } = contact.reach[channel];
  if (address === null && device_ids.length === 0) return "no_address";
  return block ? "blocked_address" : null;
}

function unwanted(contact: Contact, channel: Channel, category: Choice["category"]): MessageReason | null {
  if (contact.is_archived) return "archived_member";
  if (category === "marketing" && !contact.marketing_consent) return "no_consent";
  return choiceFor(contact, channel, category)?.is_allowed === false ? "opted_out" : null;
}

export const allows = (contact: Contact, channel: Channel, category: MessageCategory): boolean =>
  reasonAgainst(contact, channel, category) === null;

export const choiceFor = ({ choices }: Contact, channel: Channel, category: MessageCategory): Choice | undefined =>
  choices.find((choice) => choice.channel === channel && choice.category === category);

/** The channels that may be used, the preferred one first, then as the kind of message has them. */
export function openChannels(contact: Contact, category: MessageCategory, order: readonly Channel[]): Channel[] {
  const preferred = contact.preferred_channel;
  const wanted = preferred && order.includes(preferred) ? [preferred, ...order] : order;
  return [...new Set(wanted)].filter((channel) => allows(contact, channel, category));
}

export const everyChannel = <T>(make: (channel: Channel) => T): Record<Channel, T> =>
  Object.fromEntries(channels.map((channel) => [channel, make(channel)])) as Record<Channel, T>;
