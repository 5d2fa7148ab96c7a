import type { PaymentMethod } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";

const ways: Record<PaymentMethod, string> = {
  cash: "cash",
  card_terminal: "by card",
  bank_transfer: "by transfer",
  cheque: "by cheque",
  upi: "by UPI",
  card: "by card online",
  wallet: "by wallet",
  bank_debit: "by bank debit",
  netbanking: "by net banking",
};

/** "$40.00 cash, $49.00 by card" */
export const partsWords = (
  parts: readonly { method: PaymentMethod; amount_minor: number }[],
  currency: string,
  locale: string,
): string => parts.map((part) => `${formatMoney(part.amount_minor, currency, locale)} ${ways[part.method]}`).join(", ");
