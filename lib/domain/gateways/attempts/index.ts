export { chargeInvoices, sweepAttempts } from "./charge-invoices";
