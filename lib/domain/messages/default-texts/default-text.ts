import type { Channel } from "@/lib/values/delivery";
import type { Language, MessageKind } from "@/lib/values/notifications";
import { en } from "./en";
import { es } from "./es";
import { hi } from "./hi";
import type { LanguageTexts, Words } from "./kind-texts";

export const languageTexts: Record<Language, LanguageTexts> = { en, hi, es };

/** What is sent while an organization has no words of its own. */
export function defaultText(kind: MessageKind, channel: Channel, language: Language): Words {
  const words = languageTexts[language].kinds[kind][channel];
  return typeof words === "string" ? { subject: "", body: words } : words;
}
