import type { EvidenceDocument, InvoiceDocument, ReceiptDocument, StatementDocument } from "./document";

export type { EvidenceDocument, EvidenceSection, InvoiceDocument, ReceiptDocument } from "./document";

/** The PDF of an invoice or a credit note. The library and the fonts are loaded with the first document. */
export async function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  const { drawInvoice } = await import("./invoice");
  return drawInvoice(document);
}

/** The PDF of a receipt for a payment or a refund. */
export async function renderReceiptPdf(document: ReceiptDocument): Promise<Uint8Array> {
  const { drawReceipt } = await import("./receipt");
  return drawReceipt(document);
}

/** The PDF of the statement of a payer. */
export async function renderStatementPdf(document: StatementDocument): Promise<Uint8Array> {
  const { drawStatement } = await import("./statement");
  return drawStatement(document);
}

/** The PDF of the evidence about a disputed payment. */
export async function renderEvidencePdf(document: EvidenceDocument): Promise<Uint8Array> {
  const { drawEvidence } = await import("./evidence");
  return drawEvidence(document);
}
