import type { Account, HandMethod, PaymentMethod } from "@/lib/values/billing";

/** The account that holds the money of each method that staff record by hand. */
const accounts: Record<HandMethod, Account> = {
  cash: "cash",
  card_terminal: "card_terminal",
  bank_transfer: "bank",
  cheque: "cheques",
  upi: "upi",
};

/** Money that a gateway collected stays with it until the payout. */
export const accountOf = (method: PaymentMethod, gateway_id: string | null): Account => {
  if (gateway_id) return "gateway_clearing";
  const account = (accounts as Partial<Record<PaymentMethod, Account>>)[method];
  if (!account) throw new Error(`Money by ${method} comes through a gateway`);
  return account;
};
