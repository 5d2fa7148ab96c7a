import type { explainInvoice, getInvoice, getInvoiceTotals, listInvoices } from "@/lib/contracts/billing/invoices";
import type { Output } from "@/lib/contracts/contract";

export type InvoiceRow = Output<typeof listInvoices>["data"][number];
export type Invoice = Output<typeof getInvoice>;
export type Explanation = Output<typeof explainInvoice>["data"][number];
export type InvoiceTotals = Output<typeof getInvoiceTotals>;

export const kindWords = { invoice: "Invoice", credit_note: "Credit note" } as const;

export const titleOf = ({ kind, number }: Pick<InvoiceRow, "kind" | "number">): string =>
  number ?? (kind === "invoice" ? "Draft invoice" : "Draft credit note");
