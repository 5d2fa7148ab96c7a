import type { InvoiceDocument, ReceiptDocument } from "./document";

export type { InvoiceDocument, /** @public */ ReceiptDocument } from "./document";

/** @public The PDF of an invoice or a credit note. The library and the fonts are loaded with the first document. */
export async function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  const { drawInvoice } = await import("./invoice");
  return drawInvoice(document);
}

/** @public The PDF of a receipt for a payment or a refund. */
export async function renderReceiptPdf(document: ReceiptDocument): Promise<Uint8Array> {
  const { drawReceipt } = await import("./receipt");
  return drawReceipt(document);
}
