export { chargeInvoice } from "./charge-invoice";
export { chargeInvoices, chargeWaiting, sweepAttempts } from "./charge-invoices";
export { getAttempt, listAttempts } from "./list";
