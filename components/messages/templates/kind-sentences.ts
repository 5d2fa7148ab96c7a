import type { MessageKind } from "@/lib/values/notifications";

/** When messages of each kind are sent. */
export const kindDescriptions: Record<MessageKind, string> = {
  welcome: "When a member gets their first membership",
  membership_expiring: "Some days before a membership ends, as set in the policies",
  membership_expired: "The day after a membership ended",
  freeze_ended: "When a freeze has ended",
  cancellation_confirmed: "When a membership is cancelled",
  birthday: "On the birthday, to members with marketing consent",
  invoice_issued: "When an invoice is issued, with its PDF",
  receipt: "When a payment is recorded, with its receipt",
  refund_receipt: "When money is refunded, with its receipt",
  credit_note_issued: "When a credit note is issued, with its PDF",
  freeze_confirmed: "When a membership is frozen",
  plan_change_confirmed: "When a plan is changed",
  price_increase_notice: "Before a new price of the plan, as many days as its notice says",
  payment_reminder: "Before, on and after the due day, as set in the policies",
  payment_link: "When staff send a link to pay an invoice, or the payer asks for a new one",
  card_requested: "When staff ask a payer for a card",
  card_expiring: "30 and 7 days before the card expires that bills are charged to",
  payment_method_ended: "When a saved card or mandate can no longer be charged",
  payment_failed: "When a bank refuses a payment, once a day for each payer",
  re_engagement: "To inactive members with marketing consent",
};
