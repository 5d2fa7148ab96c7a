export { currentOrNextFreeze, freezeLastsTo, freezesJson, isFreezeOf, isFrozenOn } from "./freeze";
export { type Joining, joiningOn } from "./joining";
export { isOverdueOn, overdueMinor, overdueSince } from "./overdue";
export { hasNextPlan, planIdOn, planNameOn, planPriceOn } from "./plan";
export { endsByTerm, hasEnded, isRenewed, isUsedUp, membershipStatusOn } from "./status";
export { endsWithin, hasBegun, lastDayOf, lastsTo, localDay, notCancelledOn } from "./term";
