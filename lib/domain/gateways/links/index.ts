export { createPaymentLink } from "./create";
export { checkLinkPayment, payByLink, readPaymentLink } from "./pay";
export { storeLink } from "./store-link";
