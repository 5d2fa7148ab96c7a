import type { PaymentMethod } from "@/lib/values/billing";

export const methodWords: Record<PaymentMethod, string> = {
  cash: "Cash",
  card_terminal: "Card terminal",
  bank_transfer: "Bank transfer",
  cheque: "Cheque",
  upi: "UPI",
};

/** UPI exists for rupees only. */
export const methodsFor = (currency: string): { value: PaymentMethod; label: string }[] =>
  (Object.keys(methodWords) as PaymentMethod[])
    .filter((method) => method !== "upi" || currency === "INR")
    .map((value) => ({ value, label: methodWords[value] }));
