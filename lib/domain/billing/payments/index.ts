export { getPayment, listPayments } from "./list";
export { payerOf } from "./payer";
export { recordPayment } from "./record";
export { refundPayment } from "./refund";
export { reversePayment } from "./reverse";
