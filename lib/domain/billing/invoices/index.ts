export { explainInvoice } from "./explain";
export { finalizeInvoice } from "./finalize";
export { getInvoice } from "./get";
export { listInvoices } from "./list";
export { getOwnInvoice, getOwnInvoicePdf, listOwnInvoices } from "./own";
export { documentPdfOf, getInvoicePdf } from "./pdf";
export { getInvoiceTotals } from "./totals";
export { type Words, wordsOf } from "./words";
export { createInvoice, deleteInvoice, updateInvoice } from "./write-draft";
