export { type Booking as PaymentBooking, bookPayments } from "./book";
export { paymentRecorded } from "./events";
export { getPayment, listPayments } from "./list";
export { payerName } from "./payer";
export { placeOf } from "./place";
export { getOwnReceipt, getPaymentReceipt, getRefundReceipt, paymentReceiptOf, refundReceiptOf } from "./receipt";
export { recordPayment, recordSplitPayment } from "./record";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
