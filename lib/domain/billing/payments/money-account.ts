import type { Account, PaymentMethod } from "@/lib/values/billing";

/** The account that holds the money of each method. */
export const accountOf: Record<PaymentMethod, Account> = {
  cash: "cash",
  card_terminal: "card_terminal",
  bank_transfer: "bank",
  cheque: "cheques",
  upi: "upi",
};
