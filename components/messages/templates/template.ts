import type { Output } from "@/lib/contracts/contract";
import type { listTemplates } from "@/lib/contracts/messages/notification-templates";
import type { Language } from "@/lib/values/notifications";

export type Template = Output<typeof listTemplates>["data"][number];

export const languageLabels: Record<Language, string> = { en: "English", hi: "Hindi", es: "Spanish" };
