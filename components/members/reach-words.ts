import type { Channel } from "@/lib/values/delivery";
import type { Language } from "@/lib/values/notifications";

export const channelWords: Record<Channel, string> = {
  email: "Email",
  sms: "Text message",
  whatsapp: "WhatsApp",
  push: "Push message",
};

/** Each in itself, so that whoever reads no other finds it. */
export const languageWords: Record<Language, string> = { en: "English", hi: "हिन्दी", es: "Español" };
