import type { MessageKind } from "@/lib/values/notifications";

/** When messages of each kind are sent. */
export const kindDescriptions: Record<MessageKind, string> = {
  welcome: "When a member gets their first membership",
  membership_expiring: "Some days before a membership ends, as set in the policies",
  membership_expired: "The day after a membership ended",
  freeze_ended: "When a freeze has ended",
  cancellation_confirmed: "When a membership is cancelled",
  birthday: "On the birthday, to members with marketing consent",
  re_engagement: "To inactive members with marketing consent",
};
