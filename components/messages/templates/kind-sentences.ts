import type { MessageKind } from "@/lib/values/notifications";

/** When each kind goes out. */
export const kindSentences: Record<MessageKind, string> = {
  welcome: "When somebody gets their first membership",
  membership_expiring: "Some days before a membership ends, as the policies say",
  membership_expired: "The day after the last one",
  freeze_ended: "When a frozen membership runs again",
  cancellation_confirmed: "When a membership is cancelled",
  birthday: "On the birthday, to whoever agreed to offers and news",
  re_engagement: "To whoever has not been in for a while and agreed to offers and news",
};
