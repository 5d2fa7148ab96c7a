export { fileNameOf, type NamedPdf, pdfAnswer } from "@/lib/domain/billing/pdf-answer";
export { printedBuyer, printedSeller } from "@/lib/domain/billing/printed-parties";
export { type Booking as PaymentBooking, bookPayments } from "./book";
export { moveLossToCredit, returnDisputed, takeDisputed } from "./dispute-money";
export { paymentRecorded } from "./events";
export { getPayment, listPayments } from "./list";
export { lockOpen } from "./open-invoices";
export { listOwnPayments } from "./own";
export { payerName } from "./payer";
export { placeOf } from "./place";
export {
  getOwnReceipt,
  getPaymentReceipt,
  getRefundReceipt,
  paymentReceiptOf,
  receiptOf,
  refundReceiptOf,
} from "./receipt";
export { recordPayment, recordSplitPayment } from "./record";
export { recordParts } from "./record-parts";
export { refundPayment } from "./refund";
export { getRefund, getRefundTotals, listRefunds } from "./refunds";
export { reversePayment } from "./reverse";
export { snapshotOf } from "./snapshots";
