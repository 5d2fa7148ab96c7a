import type { paymentMethods } from "@/lib/values/billing";
import type { Invoice } from "./invoice";

type Settlement = Invoice["settlements"][number];

const methodWords: Record<string, string> = {
  cash: "Cash",
  card_terminal: "Card terminal",
  bank_transfer: "Bank transfer",
  cheque: "Cheque",
  upi: "UPI",
  card: "Card online",
  wallet: "Wallet",
  bank_debit: "Bank debit",
  netbanking: "Net banking",
} satisfies Record<(typeof paymentMethods)[number], string>;

/** What reduced the amount; below zero it was taken back. */
export function settlementWords({ kind, method, credit_note, amount_minor }: Settlement): string {
  const words = {
    payment: methodWords[method ?? ""] ?? "Payment",
    credit: "Account credit",
    credit_note: `Credit note ${credit_note?.number ?? ""}`.trim(),
    write_off: "Written off",
    void: "Voided",
  }[kind];
  return amount_minor < 0 ? `${words}, taken back` : words;
}
