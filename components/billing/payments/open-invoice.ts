/** What is still to be paid of an invoice. */
export type OpenInvoice = { id: string; number: string; due_on: string; open_minor: number; currency: string };

export const owedOf = (invoices: readonly OpenInvoice[]): number =>
  invoices.reduce((all, { open_minor }) => all + open_minor, 0);
