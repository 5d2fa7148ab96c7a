import type { Words } from "@/lib/domain/message-definition";
import { messageDefinitions } from "@/lib/domain/message-definitions";
import type { Channel } from "@/lib/values/delivery";
import type { Language, MessageKind } from "@/lib/values/notifications";
import { en } from "./en";
import { es } from "./es";
import { hi } from "./hi";
import type { LanguageTexts } from "./language-texts";

export const languageTexts: Record<Language, LanguageTexts> = { en, hi, es };

/** The text of organizations without an own template. */
export function defaultText(kind: MessageKind, channel: Channel, language: Language): Words {
  const words = messageDefinitions[kind].texts[language][channel];
  return typeof words === "string" ? { subject: "", body: words } : words;
}
