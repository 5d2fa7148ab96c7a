export { cancelSubscription } from "./cancel";
export { followSubscriptions } from "./follow";
export { matchIssued } from "./jobs";
export { getSubscriptionOptions } from "./options";
export { getSubscription, listSubscriptions } from "./read";
export { startSubscription } from "./start";
