export type {
  BilledPeriod,
  BillingState,
  BookedFreeze,
  Cancellation,
  DiscountFacts,
  FreezeFacts,
  FreezeFee,
  Term,
} from "@/lib/values/billing-state";
export { type Adoption, adoptMembership } from "./adopt";
export { billThrough } from "./bill-through";
export { type CancelRequest, cancelMembership, withdrawCancellation } from "./cancel";
export { type CancellationOption, cancellationOptions } from "./cancellation-options";
export { changeFreezeEnd, removeFreeze } from "./change-freeze";
export { changePlan, type PlanChange, undoPlanChange } from "./change-plan";
export { explain, type Formatters } from "./explain";
export { freezeMembership } from "./freeze";
export { checkFreezeLimits, type FreezeLimits } from "./freeze-limits";
export { keyOf, type Line, type LineDiscount, type LineFacts, type LineKind, type Outcome } from "./line";
export { moveStart } from "./move-start";
export { type Conditions, openMembership, type PlanTerms, type Sale } from "./open";
export { EngineRefusal, type RefusalCode } from "./refusal";
export { type RenewalPolicy, renewFrom } from "./renewal";
export { type ScheduledChange, scheduleOf } from "./schedule";
export { type PriceChange, schedulePrice, undoPrice } from "./schedule-price";
export { minTermEnd } from "./settled";
export { currentTerm, pendingChange, pendingPrices } from "./terms";
export { usedPart } from "./unused-days";
