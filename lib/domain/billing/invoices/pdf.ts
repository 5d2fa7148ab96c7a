import * as contracts from "@/lib/contracts/billing/invoices";
import { fileNameOf, type NamedPdf, pdfAnswer } from "@/lib/domain/billing/pdf-answer";
import { Problem } from "@/lib/kernel/errors";
import { type ClockCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { renderInvoicePdf } from "@/lib/providers/pdf";
import { findInvoice, type StoredInvoice } from "./find";
import { printedInvoice } from "./pdf-document";

export const getInvoicePdf = operation(contracts.getInvoicePdf, async (ctx, { id }) =>
  pdfAnswer(await documentPdf(await findInvoice(ctx, id))),
);

/** L13: the same document gives the same bytes. */
export async function documentPdf(invoice: StoredInvoice): Promise<NamedPdf> {
  const { seller, buyer, number } = invoice;
  if (!seller || !buyer || number === null) {
    throw new Problem("conflict", "A draft has no PDF. Finalize it first.");
  }
  return { file_name: fileNameOf(number), bytes: await renderInvoicePdf(printedInvoice(invoice, seller, buyer)) };
}

/** The PDF of an invoice or credit note, as mails carry it. */
export const documentPdfOf = async (ctx: ReadCtx & ClockCtx, id: string): Promise<NamedPdf> =>
  documentPdf(await findInvoice(ctx, id));
