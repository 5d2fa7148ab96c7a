export { voidInvoice, writeOffInvoice } from "./close-invoice";
export { issueCreditNote } from "./credit-note";
export { voidBlocker } from "./void-blocker";
