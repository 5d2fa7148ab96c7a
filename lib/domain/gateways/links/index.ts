export { createPaymentLink } from "./create";
export { checkLinkPayment, payByLink, readPaymentLink } from "./pay";
export { storeLinkToSend } from "./store-link";
