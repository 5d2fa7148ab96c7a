export { confirmFreeze, confirmPlanChange } from "./confirm";
export { mailDocuments } from "./mail-documents";
export { mailReceipt, queueReceipt, receiptKey } from "./mail-receipt";
export { mailRefundReceipt } from "./mail-refund-receipt";
export { notifyBillingMailFailed } from "./notify-failure";
export { paymentReminders } from "./payment-reminders";
export { announceIncrease, listPriceNotices, priceIncreaseNotices } from "./price-notices";
export { listInvoiceMails, sendInvoice } from "./send-invoice";
