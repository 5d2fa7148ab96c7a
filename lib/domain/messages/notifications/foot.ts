import { languageTexts } from "@/lib/domain/messages/default-texts/default-text";
import type { Channel } from "@/lib/values/delivery";
import type { Language, MessageCategory } from "@/lib/values/notifications";
import type { Template } from "./words";

type Reading = { category: MessageCategory; channel: Channel; language: Language; is_minor: boolean };

/** P7: the recipient of a minor's mail reads why. P14: advertising by SMS says how to stop it, unless the text does so itself. */
export function withFoot(words: Template, { category, channel, language, is_minor }: Reading): Template {
  const { for_guardian, sms_stop } = languageTexts[language];
  if (is_minor && channel === "email") return { ...words, body: `${words.body}\n\n${for_guardian}` };
  if (category !== "marketing" || channel !== "sms" || names(words.body, sms_stop.word)) return words;
  return { ...words, body: `${words.body}\n${sms_stop.text}` };
}

/** In capitals and by itself: "non-stop" tells nobody how to stop. */
const names = (body: string, word: string): boolean =>
  new RegExp(`(^|[^\\p{L}-])${word}($|[^\\p{L}-])`, "u").test(body);
