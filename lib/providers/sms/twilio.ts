import { type TwilioAccount, twilioSender } from "@/lib/providers/twilio/send";
import type { VendorOptions } from "@/lib/providers/vendor";
import type { SmsProvider } from "./sms-provider";

type Settings = TwilioAccount & { /** A number, or a messaging service that chooses one. */ sender: string };

export const twilioSmsProvider = ({ sender, ...account }: Settings, options: VendorOptions = {}): SmsProvider =>
  twilioSender(
    account,
    ({ to }) => ({ to, ...(sender.startsWith("MG") ? { messagingServiceSid: sender } : { from: sender }) }),
    options,
  );
