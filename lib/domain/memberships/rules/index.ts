export { currentOrNextFreeze, freezeLastsTo, freezesJson, isFreezeOf, isFrozenOn } from "./freeze";
export { type Joining, joiningOn } from "./joining";
export { endsByTerm, hasEnded, isRenewed, isUsedUp, membershipStatusOn } from "./status";
export { endsWithin, hasBegun, lastDayOf, lastsTo, localDay, notCancelledOn } from "./term";
