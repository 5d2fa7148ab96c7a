export { getPayment, listPayments } from "./list";
export { recordPayment } from "./record";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
