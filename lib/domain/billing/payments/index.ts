export { getPayment, listPayments } from "./list";
export { getOwnReceipt, getPaymentReceipt, getRefundReceipt, paymentReceiptOf, refundReceiptOf } from "./receipt";
export { recordPayment, recordSplitPayment } from "./record";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
