import { type TwilioAccount, twilioSender } from "@/lib/providers/twilio/send";
import type { VendorOptions } from "@/lib/providers/vendor";
import type { WhatsAppProvider } from "./whatsapp-provider";

type Settings = TwilioAccount & { sender: string };

export const twilioWhatsAppProvider = (
  { sender, ...account }: Settings,
  options: VendorOptions = {},
): WhatsAppProvider =>
  twilioSender(account, ({ to }) => ({ to: `whatsapp:${to}`, from: `whatsapp:${sender}` }), options);
