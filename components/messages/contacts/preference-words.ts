import type { Channel } from "@/lib/values/delivery";
import type { blockReasons, consentSources } from "@/lib/values/notifications";
import type { ReachedAt } from "./preferences";

export const sourceWords: Record<(typeof consentSources)[number], string> = {
  staff: "the team",
  member: "the member",
  unsubscribe_link: "the link in a mail",
  reply: "a reply",
  import: "an import",
};

export const blockWords: Record<(typeof blockReasons)[number], string> = {
  stop: "Answered STOP",
  hard_bounce: "Mail to it bounced",
  complaint: "Marked a mail as spam",
  dead_address: "Does not exist any more",
  staff: "Blocked by the team",
};

const nowhereWords: Record<Channel, string> = {
  email: "No email known",
  sms: "No phone known",
  whatsapp: "No phone known",
  push: "No device registered",
};

/** Where a channel arrives, or what is missing for it. */
export function reachWords({ channel, address, devices }: ReachedAt): { text: string; isReached: boolean } {
  if (channel === "push" && devices > 0) {
    return { text: devices === 1 ? "One device" : `${devices} devices`, isReached: true };
  }
  return { text: address ?? nowhereWords[channel], isReached: address !== null };
}
