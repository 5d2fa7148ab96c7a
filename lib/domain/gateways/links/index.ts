export { createPaymentLink } from "./create";
export { checkLinkPayment, payByLink, readPaymentLink } from "./pay";
export { linkForMessage } from "./store-link";
