import { localOutbox } from "@/lib/providers/local-outbox";
import type { TextMessage } from "@/lib/providers/text-message";
import type { WhatsAppSettings } from "@/lib/values/provider-settings";
import { twilioWhatsAppProvider } from "./twilio";
import type { WhatsAppProvider } from "./whatsapp-provider";

export type { WhatsAppProvider } from "./whatsapp-provider";

type ProviderOptions = { store: (message: TextMessage) => Promise<void>; endpoint?: string | undefined };

export function openWhatsAppProvider(
  settings: WhatsAppSettings,
  { store, endpoint }: ProviderOptions,
): WhatsAppProvider {
  if (settings.vendor === "local") return localOutbox(store);
  return twilioWhatsAppProvider(settings, endpoint ? { endpoint } : {});
}
