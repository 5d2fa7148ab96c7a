export { chargeInvoices, chargeWaiting, sweepAttempts } from "./charge-invoices";
