export { getPayment, listPayments } from "./list";
export { recordPayment, recordSplitPayment } from "./record";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
