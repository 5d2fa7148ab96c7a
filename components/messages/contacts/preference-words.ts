import type { Channel } from "@/lib/values/delivery";
import type { blockReasons, consentSources } from "@/lib/values/notifications";
import type { MessageAddress } from "./preferences";

export const sourceLabels: Record<(typeof consentSources)[number], string> = {
  staff: "Staff",
  member: "Member",
  unsubscribe_link: "Unsubscribe link",
  reply: "Reply",
  import: "Import",
};

export const blockLabels: Record<(typeof blockReasons)[number], string> = {
  stop: "Replied STOP",
  hard_bounce: "Bounced",
  complaint: "Marked as spam",
  dead_address: "No longer exists",
  staff: "Blocked by staff",
};

const missingAddressText: Record<Channel, string> = {
  email: "No e-mail address",
  sms: "No phone number",
  whatsapp: "No phone number",
  push: "No device registered",
};

/** The address on a channel, or what is missing for it. */
export function addressText({ channel, address, devices }: MessageAddress): { text: string; isAvailable: boolean } {
  if (channel === "push" && devices > 0) {
    return { text: devices === 1 ? "1 device" : `${devices} devices`, isAvailable: true };
  }
  return { text: address ?? missingAddressText[channel], isAvailable: address !== null };
}
