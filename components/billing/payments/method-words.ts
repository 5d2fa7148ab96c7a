import { type HandMethod, handMethods, type PaymentMethod } from "@/lib/values/billing";

export const methodWords: Record<PaymentMethod, string> = {
  cash: "Cash",
  card_terminal: "Card terminal",
  bank_transfer: "Bank transfer",
  cheque: "Cheque",
  upi: "UPI",
  card: "Card online",
  wallet: "Wallet",
  bank_debit: "Bank debit",
  netbanking: "Net banking",
};

/** The ways that staff record by hand. UPI exists for rupees only. */
export const methodsFor = (currency: string): { value: HandMethod; label: string }[] =>
  handMethods
    .filter((method) => method !== "upi" || currency === "INR")
    .map((value) => ({ value, label: methodWords[value] }));
