import type { Account } from "@/lib/values/billing";

export const accountNames: Record<Account, string> = {
  receivable: "Receivable",
  cash: "Cash",
  safe: "Cash in the safe",
  card_terminal: "Card terminal",
  bank: "Bank",
  cheques: "Cheques",
  upi: "UPI",
  gateway_clearing: "Gateway clearing",
  gateway_fees: "Gateway fees",
  refunds_in_transit: "Refunds in transit",
  customer_credit: "Customer credit",
  deferred_revenue: "Deferred revenue",
  revenue: "Revenue",
  discounts: "Discounts",
  refunds: "Refunds",
  tax: "Tax",
  write_offs: "Write-offs",
  petty_cash: "Cash paid in and out",
  till_difference: "Till differences",
  opening_balance: "Opening balance",
};
