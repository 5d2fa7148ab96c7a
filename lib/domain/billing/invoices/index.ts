export { explainInvoice } from "./explain";
export { finalizeInvoice } from "./finalize";
export { getInvoice } from "./get";
export { listInvoices } from "./list";
export { getOwnInvoice, getOwnInvoicePdf, listOwnInvoices } from "./own";
export { getInvoicePdf } from "./pdf";
export { previewInvoice } from "./preview";
export { getInvoiceTotals } from "./totals";
export { createInvoice, deleteInvoice, updateInvoice } from "./write-draft";
