import type { Temporal } from "temporal-polyfill";
import type { messages } from "@/db/schema";
import { type Addressee, type Contact, openChannels, suppressionReason } from "@/lib/domain/messages/contacts";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Channel } from "@/lib/values/delivery";
import { oneLine, placeholdersIn, renderTemplate, type VariableValues } from "@/lib/values/message-text";
import type { Variables } from "@/lib/values/message-variables";
import {
  type Language,
  type LoggedKind,
  type MessageCategory,
  type MessageReason,
  messageKinds,
} from "@/lib/values/notifications";
import { afterQuietHours, type MessageHours, type QuietHours, withinMessageHours } from "@/lib/values/quiet-hours";
import { withFooter } from "./footer";
import { defaultLanguage, type Template, type TemplateFor } from "./templates-of";
import { textsOf, wordsFor } from "./variables";

/** P13: the membership, freeze or document, and the date, that the message is about. */
export type MessageFact = { id?: string; on?: CalendarDay };

export type Recipient = Addressee & RecipientText;

/** What is said to a recipient in particular. */
type RecipientText = {
  event_key: string;
  about?: MessageFact;
  variables?: Variables;
  link?: string | null;
  /** Rendered variables of an earlier message, which a retry uses again. */
  values?: Record<string, string>;
  language?: Language;
};

/** The content of a message, independent of the recipient. */
export type MessageContent = {
  kind: LoggedKind;
  category: MessageCategory;
  /** Ordered; the member's preferred channel comes first. */
  channels: readonly Channel[];
  templateFor: TemplateFor;
  /** Default: the hours of the kind. */
  hours?: "civil" | "any";
  bulk_id?: string;
  created_by?: string | null;
};

export type MessageContext = {
  organization: OrganizationCard;
  quiet: QuietHours;
  hours: MessageHours;
  now: Temporal.Instant;
  member_page_url: string;
};

export type Draft = Omit<typeof messages.$inferInsert, "id" | "organization_id">;

/** Decides channel, text and time of a message, or the reason to suppress it. */
export function compose(
  content: MessageContent,
  contact: Contact,
  recipient: RecipientText,
  context: MessageContext,
): Draft {
  const [channel, ...other_channels] = openChannels(contact, content.category, content.channels);
  if (channel) return { ...draftOn(channel, content, contact, recipient, context), other_channels };
  const closed = suppression(contact, content);
  const draft = draftOn(closed.channel, content, contact, recipient, context);
  return { ...draft, state: "suppressed", reason: closed.reason, detail: null, ended_at: context.now.toString() };
}

/** The draft for one channel, whether it is open or not. */
export function draftOn(
  channel: Channel,
  content: MessageContent,
  contact: Contact,
  recipient: RecipientText,
  context: MessageContext,
): Draft {
  const { kind, category, bulk_id = null, created_by = null } = content;
  const language = recipient.language ?? contact.language ?? defaultLanguage(context.organization.locale);
  const values = recipient.values ?? valuesFor(contact, recipient, language, context);
  const template = withFooter(content.templateFor(channel, language), {
    category,
    channel,
    language,
    is_minor: contact.is_minor,
  });
  const rendered = render(template, channel, values);
  const { address, device_ids } = contact.endpoints[channel];
  const is_held = rendered.missing.length > 0;
  return {
    ...contact.addressee,
    bulk_id,
    kind,
    category,
    channel,
    language,
    event_key: recipient.event_key,
    recipient_key: "member_id" in contact.addressee ? contact.addressee.member_id : contact.addressee.company_id,
    about_id: recipient.about?.id ?? null,
    about_on: recipient.about?.on ?? null,
    to_address: channel === "push" ? device_ids.join(",") : (address ?? ""),
    to_name: contact.to_name,
    subject: rendered.subject || (channel === "email" ? context.organization.name : ""),
    body: rendered.body,
    content: rendered.content,
    link: linkFor(contact, recipient, context),
    variables: values,
    state: is_held ? "held" : "queued",
    reason: is_held ? "missing_variable" : null,
    detail: is_held ? rendered.missing.join(", ") : null,
    send_after: sendAfter(content, contact.time_zone, context).toString(),
    created_by,
    created_at: context.now.toString(),
  };
}

/** Limits the search for a time at which both windows are open. They overlap within a day or never. */
const maxRounds = 4;

/** P6, P13: quiet hours apply to marketing, and message hours to scheduled messages. Others are sent at any time. */
export function sendAfter(
  { kind, category, hours }: Timing,
  zone: string,
  context: Pick<MessageContext, "now" | "quiet" | "hours">,
) {
  const is_civil = (hours ?? hoursOf(kind)) === "civil";
  let at = context.now;
  for (let round = 1; round <= maxRounds; round++) {
    const before = at;
    if (is_civil) at = withinMessageHours(at, zone, context.hours);
    if (category === "marketing") at = afterQuietHours(at, zone, context.quiet);
    if (at.equals(before)) break;
  }
  return at;
}

type Timing = Pick<MessageContent, "kind" | "category" | "hours">;

/** Messages rendered by staff are sent at any hour. */
function hoursOf(kind: LoggedKind): "civil" | "any" {
  return kind === "bulk" || kind === "direct" || kind === "test" ? "any" : messageKinds[kind].hours;
}

/** A company has no pages of its own. */
function linkFor({ addressee }: Contact, { link }: RecipientText, { member_page_url }: MessageContext): string | null {
  if ("company_id" in addressee) return null;
  return link === undefined ? member_page_url : link;
}

function valuesFor(contact: Contact, recipient: RecipientText, language: Language, context: MessageContext) {
  const known: Variables = {
    first_name: contact.first_name,
    full_name: contact.full_name,
    member_code: contact.member_code,
    gym_name: context.organization.name,
    location_name: contact.location_name,
    link: "company_id" in contact.addressee ? null : (recipient.link ?? context.member_page_url),
    ...recipient.variables,
  };
  return textsOf(known, wordsFor(language, contact.time_zone, context));
}

function render({ subject, body, content_sid }: Template, channel: Channel, values: VariableValues) {
  const [title, text] = [renderTemplate(subject, values), renderTemplate(body, values)];
  const is_template = channel === "whatsapp" && content_sid !== null;
  return {
    subject: oneLine(title.text),
    body: text.text,
    content: is_template ? { sid: content_sid, variables: numbered(body, values) } : null,
    missing: [...new Set([...title.missing, ...text.missing])],
  };
}

/** Twilio templates have numbered variables: {"1": "Rahel"}. */
const numbered = (body: string, values: VariableValues): Record<string, string> =>
  Object.fromEntries(placeholdersIn(body).map((name, index) => [String(index + 1), values[name] ?? ""]));

/** An opt-out explains more than a missing address. */
function suppression(
  contact: Contact,
  { channels, category }: MessageContent,
): { channel: Channel; reason: MessageReason } {
  const closed = channels.flatMap((channel) => {
    const reason = suppressionReason(contact, channel, category);
    return reason ? [{ channel, reason }] : [];
  });
  const shown = closed.find(({ reason }) => reason !== "no_address") ?? closed[0];
  if (!shown) throw new Error("A message is closed for a reason");
  return shown;
}
