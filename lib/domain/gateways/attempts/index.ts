export { type BegunCharge, beginStaffCharge, chargeInvoice, settleBegun } from "./charge-invoice";
export { chargeInvoices, chargeReserved, chargeWaiting, sweepAttempts } from "./charge-invoices";
export { getChargeOptions } from "./charge-options";
export { getAttempt, listAttempts } from "./list";
export { type Reserved, reserveAttempts } from "./reserve";
export { skipSentences } from "./skip-sentences";
