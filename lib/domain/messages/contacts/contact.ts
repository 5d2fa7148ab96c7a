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

/** The destination of one channel: an e-mail address or phone number in `address`, or devices for push. */
type Endpoint = { address: string | null; device_ids: string[]; block: Block | null };

export type Preference = {
  channel: Channel;
  category: Exclude<MessageCategory, "transactional">;
  is_allowed: boolean;
  source: ConsentSource;
  changed_at: string;
};

/** Who a message is for. What a company gets belongs to the location that writes to it. */
export type Addressee = { member_id: string } | { company_id: string; location_id: string };

/** The key of an addressee's contact. */
export const addresseeKey = (one: Addressee): string =>
  "member_id" in one ? one.member_id : `${one.company_id} ${one.location_id}`;

/** The addressee of a stored message; null: it is for nobody in particular, such as a test message. */
export function addresseeOf(message: {
  member_id: string | null;
  company_id: string | null;
  location_id: string | null;
}): Addressee | null {
  const { member_id, company_id, location_id } = message;
  if (member_id) return { member_id };
  return company_id && location_id ? { company_id, location_id } : null;
}

/** How a member or company can be reached, and which messages the recipient accepts. */
export type Contact = {
  addressee: Addressee;
  member_code: string;
  first_name: string;
  full_name: string;
  location_id: string;
  location_name: string;
  time_zone: string;
  /** null: the organization's language. */
  language: Language | null;
  preferred_channel: Channel | null;
  is_archived: boolean;
  /** P7: if true, the fields below are the guardian's. */
  is_minor: boolean;
  to_name: string;
  endpoints: Record<Channel, Endpoint>;
  /** The general consent to marketing. Preferences can only restrict it. */
  marketing_consent: { at: string; source: ConsentSource | null } | null;
  choices: Preference[];
};

/** The reason to suppress a message of this category; null: it may be sent. */
export function suppressionReason(contact: Contact, channel: Channel, category: MessageCategory): MessageReason | null {
  if (category !== "transactional") {
    const refusal = consentReason(contact, channel, category);
    if (refusal) return refusal;
  }
  const { address, device_ids, block } = contact.endpoints[channel];
  if (address === null && device_ids.length === 0) return "no_address";
  return block ? "blocked_address" : null;
}

function consentReason(contact: Contact, channel: Channel, category: Preference["category"]): MessageReason | null {
  if (contact.is_archived) return "archived_member";
  if (category === "marketing" && !contact.marketing_consent) return "no_consent";
  return preferenceFor(contact, channel, category)?.is_allowed === false ? "opted_out" : null;
}

export const allows = (contact: Contact, channel: Channel, category: MessageCategory): boolean =>
  suppressionReason(contact, channel, category) === null;

export const preferenceFor = (
  { choices }: Contact,
  channel: Channel,
  category: MessageCategory,
): Preference | undefined => choices.find((choice) => choice.channel === channel && choice.category === category);

/** The open channels: the member's preferred one first, then in the order of the message kind. */
export function openChannels(contact: Contact, category: MessageCategory, order: readonly Channel[]): Channel[] {
  const preferred = contact.preferred_channel;
  const ordered = preferred && order.includes(preferred) ? [preferred, ...order] : order;
  return [...new Set(ordered)].filter((channel) => allows(contact, channel, category));
}

export const everyChannel = <T>(make: (channel: Channel) => T): Record<Channel, T> =>
  Object.fromEntries(channels.map((channel) => [channel, make(channel)])) as Record<Channel, T>;
