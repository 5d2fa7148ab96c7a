export { createPaymentLink } from "./create";
export { forgetTokens } from "./forget-tokens";
export { checkLinkPayment, payByLink, readPaymentLink } from "./pay";
export { getLinkReceipt, mailLinkReceipt } from "./receipt";
export { renewPaymentLink } from "./renew";
export { storeLink } from "./store-link";
