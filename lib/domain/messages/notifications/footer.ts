import { languageTexts } from "@/lib/domain/messages/default-texts/default-text";
import type { Channel } from "@/lib/values/delivery";
import type { Language, MessageCategory } from "@/lib/values/notifications";
import type { Template } from "./templates-of";

type FooterOptions = { category: MessageCategory; channel: Channel; language: Language; is_minor: boolean };

/**
 * P7: explains to a guardian why they receive the mail. P14: adds the opt-out keyword to a marketing SMS, unless the text
 * contains it.
 */
export function withFooter(template: Template, { category, channel, language, is_minor }: FooterOptions): Template {
  const { for_guardian, sms_stop } = languageTexts[language];
  if (is_minor && channel === "email") return { ...template, body: `${template.body}\n\n${for_guardian}` };
  if (category !== "marketing" || channel !== "sms" || containsWord(template.body, sms_stop.word)) return template;
  return { ...template, body: `${template.body}\n${sms_stop.text}` };
}

/** Matches the capitalized word only, so that "non-stop" does not count. */
const containsWord = (body: string, word: string): boolean =>
  new RegExp(`(^|[^\\p{L}-])${word}($|[^\\p{L}-])`, "u").test(body);
