export { voidInvoice, writeOffInvoice } from "./close-invoice";
export { issueCreditNote } from "./credit-note";
