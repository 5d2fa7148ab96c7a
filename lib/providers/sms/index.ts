import { localOutbox } from "@/lib/providers/local-outbox";
import type { TextMessage } from "@/lib/providers/text-message";
import type { SmsSettings } from "@/lib/values/provider-settings";
import type { SmsProvider } from "./sms-provider";
import { twilioSmsProvider } from "./twilio";

export { readTwilioWebhook } from "@/lib/providers/twilio/webhook";
export type { SmsProvider } from "./sms-provider";

type Place = { keep: (message: TextMessage) => Promise<void>; endpoint?: string | undefined };

export function openSmsProvider(settings: SmsSettings, { keep, endpoint }: Place): SmsProvider {
  if (settings.vendor === "local") return localOutbox(keep);
  return twilioSmsProvider(settings, endpoint ? { endpoint } : {});
}
