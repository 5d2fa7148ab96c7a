import * as contracts from "@/lib/contracts/billing/invoices";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { renderInvoicePdf } from "@/lib/providers/pdf";
import { findInvoice, type StoredInvoice } from "./find";
import { printedInvoice } from "./pdf-document";

/** L13: the same document gives the same bytes. */
export const getInvoicePdf = operation(contracts.getInvoicePdf, async (ctx, { id }) =>
  pdfAnswer(await findInvoice(ctx, id)),
);

export async function pdfAnswer(invoice: StoredInvoice) {
  const { seller, buyer, number } = invoice;
  if (!seller || !buyer || number === null) {
    throw new Problem("conflict", "A draft has no PDF. Finalize it first.");
  }
  const bytes = await renderInvoicePdf(printedInvoice(invoice, seller, buyer));
  const name = number.replace(/[^A-Za-z0-9-]+/g, "-");
  return {
    toResponse: (headers: Record<string, string>) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          ...headers,
          "content-type": "application/pdf",
          "content-disposition": `attachment; filename="${name}.pdf"`,
        },
      }),
  };
}
