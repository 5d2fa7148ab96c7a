import { localOutbox } from "@/lib/providers/local-outbox";
import type { TextMessage } from "@/lib/providers/text-message";
import type { WhatsAppSettings } from "@/lib/values/provider-settings";
import { twilioWhatsAppProvider } from "./twilio";
import type { WhatsAppProvider } from "./whatsapp-provider";

export type { WhatsAppProvider } from "./whatsapp-provider";

type Place = { keep: (message: TextMessage) => Promise<void>; endpoint?: string | undefined };

export function openWhatsAppProvider(settings: WhatsAppSettings, { keep, endpoint }: Place): WhatsAppProvider {
  if (settings.vendor === "local") return localOutbox(keep);
  return twilioWhatsAppProvider(settings, endpoint ? { endpoint } : {});
}
