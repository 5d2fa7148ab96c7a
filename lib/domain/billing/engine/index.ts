export type {
  BilledPeriod,
  BillingState,
  /** @public */
  BookedFreeze,
  DiscountFacts,
  /** @public */
  FreezeFacts,
  /** @public */
  FreezeFee,
  /** @public */
  Term,
} from "@/lib/values/billing-state";
export { /** @public */ type Adoption, adoptMembership } from "./adopt";
export { billThrough, nextDueOn } from "./bill-through";
export { /** @public */ type CancelRequest, cancelMembership, withdrawCancellation } from "./cancel";
export { /** @public */ type CancellationOption, /** @public */ cancellationOptions } from "./cancellation-options";
export { changeFreezeEnd, removeFreeze } from "./change-freeze";
export { changePlan, /** @public */ type PlanChange, undoPlanChange } from "./change-plan";
export { explain, /** @public */ type Formatters } from "./explain";
export { freezeMembership } from "./freeze";
export { checkFreezeLimits, /** @public */ type FreezeLimits } from "./freeze-limits";
export {
  keyOf,
  type Line,
  /** @public */
  type LineDiscount,
  /** @public */
  type LineFacts,
  /** @public */
  type LineKind,
  type Outcome,
} from "./line";
export { moveStart } from "./move-start";
export {
  /** @public */ type Conditions,
  openMembership,
  /** @public */ type PlanTerms,
  /** @public */ type Sale,
} from "./open";
export { EngineRefusal, /** @public */ type RefusalCode } from "./refusal";
export { /** @public */ type RenewalPolicy, /** @public */ renewFrom } from "./renewal";
export { /** @public */ type ScheduledChange, /** @public */ scheduleOf } from "./schedule";
export { /** @public */ type PriceChange, schedulePrice, undoPrice } from "./schedule-price";
export { /** @public */ minTermEnd } from "./settled";
export {
  currentTerm,
  /** @public */
  pendingChange,
  /** @public */
  pendingPrices,
  termOn,
} from "./terms";
export { /** @public */ usedPart } from "./unused-days";
