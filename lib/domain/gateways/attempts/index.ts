export { chargeInvoice } from "./charge-invoice";
export { chargeInvoices, chargeWaiting, sweepAttempts } from "./charge-invoices";
export { getChargeOptions } from "./charge-options";
export { getAttempt, listAttempts } from "./list";
