import type { Words } from "@/lib/domain/billing/invoices";
import type { InvoiceOrigin, PaymentMethod } from "@/lib/values/billing";
import type { PastRow } from "./past";
import type { Said } from "./say-happening";

const methods: Record<PaymentMethod, string> = {
  cash: "in cash",
  card_terminal: "by card at the terminal",
  bank_transfer: "by bank transfer",
  cheque: "by cheque",
  upi: "by UPI",
  card: "by card online",
  wallet: "by wallet",
  bank_debit: "by bank debit",
  netbanking: "by net banking",
};

const origins: Record<InvoiceOrigin, string> = {
  sale: "for the sale",
  renewal: "for the next period",
  plan_change: "for the plan change",
  freeze: "for the freeze",
  cancellation: "for the cancellation",
  late_fee: "as a late fee",
  correction: "as a correction",
  manual: "written by staff",
  import: "from the import",
};

/** A document or payment in words. */
export function sayMoney({ kind, amount_minor, document, method, origin }: PastRow, { money }: Words): Said {
  const amount = money(Math.abs(amount_minor ?? 0));
  const number = document?.number ?? "";
  const is_back = (amount_minor ?? 0) < 0;
  switch (kind) {
    case "invoice":
      return { title: `Invoice ${number}`, sentence: `${amount} billed ${origin ? origins[origin] : ""}.` };
    case "credit_note":
      return { title: `Credit note ${number}`, sentence: `${amount} credited ${origin ? origins[origin] : ""}.` };
    case "payment":
      return is_back
        ? { title: "Payment taken back", sentence: `${amount} of ${number} is open again.` }
        : { title: "Paid", sentence: `${amount} of ${number} paid ${method ? methods[method] : ""}.` };
    case "credit":
      return is_back
        ? { title: "Account credit given back", sentence: `${amount} of ${number} is open again.` }
        : { title: "Paid from account credit", sentence: `${amount} of ${number} paid from account credit.` };
    case "write_off":
      return { title: "Written off", sentence: `${amount} of ${number} written off.` };
    default:
      return { title: "Voided", sentence: `${number} is void; ${amount} is not to be paid.` };
  }
}
