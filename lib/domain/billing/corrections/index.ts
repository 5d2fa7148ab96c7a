export { voidInvoice, writeOffInvoice } from "./close-invoice";
export { creditableOfMembership, creditMembership } from "./credit-membership";
export { issueCreditNote } from "./credit-note";
export { lockInvoice } from "./lock-invoice";
export { voidBlocker } from "./void-blocker";
