import * as contracts from "@/lib/contracts/messages/notification-templates";
import { getMemberRow } from "@/lib/domain/members";
import { contactsOf } from "@/lib/domain/messages/contacts";
import { draftOn, languageTexts, messageContext, validateVariables } from "@/lib/domain/messages/notifications";
import { renderedMail } from "@/lib/domain/messages/providers";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { Variable, Variables } from "@/lib/values/message-variables";
import { type Language, type MessageKind, memberVariables, messageKinds } from "@/lib/values/notifications";
import { smsLength } from "@/lib/values/sms-segments";
import { billingSamples } from "./billing-samples";
import { sampleContact } from "./sample-contact";

export const previewTemplate = operation(contracts.previewTemplate, async (ctx, input) => {
  const { kind, channel, language, member_id, category, ...text } = input;
  const known = [...memberVariables, ...(kind ? messageKinds[kind].variables : [])];
  validateVariables({ subject: text.subject, body: text.body }, known);
  const contact = member_id ? await contactOf(ctx, member_id) : sampleContact(ctx.organization);
  const context = messageContext(ctx);
  const variables = kind ? samples(kind, dayAt(ctx.now.toString(), contact.time_zone), ctx.organization.currency) : {};
  const purpose = kind ? messageKinds[kind].category : (category ?? "transactional");
  const content = { kind: kind ?? ("direct" as const), category: purpose, channels: [channel] };
  const recipient = { event_key: "", variables, language };
  const draft = draftOn(channel, { ...content, templateFor: () => text }, contact, recipient, context);
  const { subject = "", body } = draft;
  const mail =
    channel === "email" ? await renderedMail(ctx.organization, asMail(language, subject, body, context)) : null;
  return {
    subject,
    body,
    html: mail?.html ?? null,
    missing: draft.state === "held" ? (draft.detail?.split(", ") ?? []) : [],
    segments: channel === "sms" ? smsLength(body).segments : null,
  };
});

async function contactOf(ctx: Ctx<unknown>, member_id: string) {
  await getMemberRow(ctx, member_id);
  const contact = (await contactsOf(ctx, [member_id])).get(member_id);
  if (!contact) throw notFound();
  return contact;
}

const asMail = (
  language: Language,
  subject: string,
  body: string,
  { member_page_url: url }: { member_page_url: string },
) => ({
  language,
  subject,
  body,
  button: { label: languageTexts[language].button, url },
  unsubscribe: null,
});

/** Sample values, because the event has not happened. */
function samples(kind: MessageKind, today: CalendarDay, currency: string): Variables {
  const known: Record<string, Variable> = {
    plan_name: "Unlimited",
    days_left: 7,
    days_away: 21,
    final_amount: "59.00",
    ended_on: addDays(today, -1),
    last_visit_on: addDays(today, -21),
    ...billingSamples(currency),
  };
  return Object.fromEntries(messageKinds[kind].variables.map((name) => [name, known[name] ?? addDays(today, 7)]));
}
