import { accountCredits } from "@/db/schema";

/** Every column of the response. */
export const creditColumns = {
  id: accountCredits.id,
  source: accountCredits.source,
  amount_minor: accountCredits.amount_minor,
  remaining_minor: accountCredits.remaining_minor,
  currency: accountCredits.currency,
  granted_on: accountCredits.granted_on,
  reason: accountCredits.reason,
  expires_on: accountCredits.expires_on,
  payment_id: accountCredits.payment_id,
  credit_note_id: accountCredits.credit_note_id,
  created_at: accountCredits.created_at,
};
