import type { Temporal } from "temporal-polyfill";
import type { messages } from "@/db/schema";
import { type Contact, openChannels, reasonAgainst } from "@/lib/domain/messages/contacts";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { Channel } from "@/lib/values/delivery";
import { oneLine, placeholdersIn, renderTemplate, type VariableValues } from "@/lib/values/message-text";
import {
  type Language,
  type LoggedKind,
  type MessageCategory,
  type MessageReason,
  messageKinds,
} from "@/lib/values/notifications";
import { afterQuietHours, type MessageHours, type QuietHours, withinMessageHours } from "@/lib/values/quiet-hours";
import { dayInWords } from "./day-words";
import { withFoot } from "./foot";
import { languageOfGym, type Template, type WordsFor } from "./words";

/** A day is given as such, under a name that ends in _on, and written out in the reader's language. */
type Variables = Readonly<Record<string, string | number | null | undefined>>;

/** P13: the membership or freeze that a message tells of, and the day that it names. */
export type About = { id?: string; on?: CalendarDay };

export type Recipient = {
  member_id: string;
  event_key: string;
  about?: About;
  variables?: Variables;
  link?: string | null;
  /** What was said before, to be said again in the same language. */
  values?: Record<string, string>;
  language?: Language;
};

/** What is to be said, to whomever. */
export type Letter = {
  kind: LoggedKind;
  category: MessageCategory;
  /** In this order, after the member's preferred one. */
  channels: readonly Channel[];
  wordsFor: WordsFor;
  /** Left out: as its kind has it. */
  hours?: "civil" | "any";
  bulk_id?: string;
  created_by?: string | null;
};

export type Gym = {
  organization: OrganizationCard;
  quiet: QuietHours;
  hours: MessageHours;
  now: Temporal.Instant;
  own_page: string;
};

export type Draft = Omit<typeof messages.$inferInsert, "id" | "organization_id"> & { member_id: string };

/** Everything that is decided about a message before it is written down: where to, in which words, and when, or why not. */
export function compose(letter: Letter, contact: Contact, recipient: Recipient, gym: Gym): Draft {
  const [channel, ...other_channels] = openChannels(contact, letter.category, letter.channels);
  if (channel) return { ...draftOn(channel, letter, contact, recipient, gym), other_channels };
  const refused = refusal(contact, letter);
  const draft = draftOn(refused.channel, letter, contact, recipient, gym);
  return { ...draft, state: "suppressed", reason: refused.reason, detail: null, ended_at: gym.now.toString() };
}

/** On one channel, whether it is open or not. */
export function draftOn(channel: Channel, letter: Letter, contact: Contact, recipient: Recipient, gym: Gym): Draft {
  const { kind, category, bulk_id = null, created_by = null } = letter;
  const language = recipient.language ?? contact.language ?? languageOfGym(gym.organization.locale);
  const values = recipient.values ?? valuesFor(contact, recipient, language, gym);
  const words = withFoot(letter.wordsFor(channel, language), {
    category,
    channel,
    language,
    is_minor: contact.is_minor,
  });
  const written = write(words, channel, values);
  const { address, device_ids } = contact.reach[channel];
  const is_held = written.missing.length > 0;
  return {
    member_id: contact.member_id,
    bulk_id,
    kind,
    category,
    channel,
    language,
    event_key: recipient.event_key,
    recipient_key: contact.member_id,
    about_id: recipient.about?.id ?? null,
    about_on: recipient.about?.on ?? null,
    to_address: channel === "push" ? device_ids.join(",") : (address ?? ""),
    to_name: contact.to_name,
    subject: written.subject || (channel === "email" ? gym.organization.name : ""),
    body: written.body,
    content: written.content,
    link: recipient.link === undefined ? gym.own_page : recipient.link,
    variables: values,
    state: is_held ? "held" : "queued",
    reason: is_held ? "missing_variable" : null,
    detail: is_held ? written.missing.join(", ") : null,
    send_after: sendAfter(letter, contact.time_zone, gym).toString(),
    created_by,
    created_at: gym.now.toString(),
  };
}

/** Two windows may have to be waited for in turn; they are open together within a day or never. */
const longestTurns = 4;

/** P6, P13: a receipt is welcome at any hour; advertising, and what goes out by the clock, is not. */
export function sendAfter({ kind, category, hours }: Timed, zone: string, gym: Pick<Gym, "now" | "quiet" | "hours">) {
  const is_civil = (hours ?? hoursOf(kind)) === "civil";
  let at = gym.now;
  for (let turn = 1; turn <= longestTurns; turn++) {
    const before = at;
    if (is_civil) at = withinMessageHours(at, zone, gym.hours);
    if (category === "marketing") at = afterQuietHours(at, zone, gym.quiet);
    if (at.equals(before)) break;
  }
  return at;
}

type Timed = Pick<Letter, "kind" | "category" | "hours">;

/** What a person writes goes out when that person says. */
function hoursOf(kind: LoggedKind): "civil" | "any" {
  return kind === "bulk" || kind === "direct" || kind === "test" ? "any" : messageKinds[kind].hours;
}

function valuesFor(contact: Contact, { variables = {}, link }: Recipient, language: Language, gym: Gym) {
  const today = dayAt(gym.now.toString(), contact.time_zone);
  const known: Variables = {
    first_name: contact.first_name,
    full_name: contact.full_name,
    member_code: contact.member_code,
    gym_name: gym.organization.name,
    location_name: contact.location_name,
    link: link ?? gym.own_page,
    ...variables,
  };
  const spelled = Object.entries(known).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === "") return [];
    const text = String(value);
    return [[name, name.endsWith("_on") ? dayInWords(text, today, language, gym.organization.locale) : text] as const];
  });
  return Object.fromEntries(spelled);
}

function write({ subject, body, content_sid }: Template, channel: Channel, values: VariableValues) {
  const [title, text] = [renderTemplate(subject, values), renderTemplate(body, values)];
  const is_template = channel === "whatsapp" && content_sid !== null;
  return {
    subject: oneLine(title.text),
    body: text.text,
    content: is_template ? { sid: content_sid, variables: numbered(body, values) } : null,
    missing: [...new Set([...title.missing, ...text.missing])],
  };
}

/** Twilio counts the places of a template: {"1": "Rahel"}. */
const numbered = (body: string, values: VariableValues): Record<string, string> =>
  Object.fromEntries(placeholdersIn(body).map((name, index) => [String(index + 1), values[name] ?? ""]));

/** Of several channels that are closed, the one that the member closed says more than one that leads nowhere. */
function refusal(contact: Contact, { channels, category }: Letter): { channel: Channel; reason: MessageReason } {
  const refused = channels.flatMap((channel) => {
    const reason = reasonAgainst(contact, channel, category);
    return reason ? [{ channel, reason }] : [];
  });
  const told = refused.find(({ reason }) => reason !== "no_address") ?? refused[0];
  if (!told) throw new Error("A message is refused for a reason");
  return told;
}
