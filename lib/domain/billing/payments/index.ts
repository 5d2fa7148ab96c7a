export { getPayment, listPayments } from "./list";
export { lockOpen } from "./open-invoices";
export { getOwnReceipt, getPaymentReceipt, getRefundReceipt, paymentReceiptOf } from "./receipt";
export { recordPayment, recordSplitPayment } from "./record";
export { recordParts } from "./record-parts";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
