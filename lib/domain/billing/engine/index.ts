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
export { billThrough, nextBill, nextDueOn } from "./bill-through";
export { /** @public */ type CancelRequest, cancelMembership, withdrawCancellation } from "./cancel";
export { /** @public */ type CancellationOption, cancellationOptions } from "./cancellation-options";
export { changeFreezeEnd, removeFreeze } from "./change-freeze";
export { changePlan, /** @public */ type PlanChange, undoPlanChange } from "./change-plan";
export { explain, /** @public */ type Formatters } from "./explain";
export {
  type FamilyMembership,
  type FamilyRules,
  familyDiscounts,
  withFamilyDiscounts,
} from "./family";
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
export { prepay } from "./prepay";
export { EngineRefusal, type RefusalCode } from "./refusal";
export { type RenewalPolicy, renewFrom } from "./renewal";
export { type ScheduledChange, scheduleOf } from "./schedule";
export { /** @public */ type PriceChange, schedulePrice, undoPrice } from "./schedule-price";
export { /** @public */ minTermEnd } from "./settled";
export {
  currentTerm,
  pendingChange,
  /** @public */
  pendingPrices,
  termOn,
} from "./terms";
export { /** @public */ type Transfer, transferMembership } from "./transfer";
export { /** @public */ usedPart } from "./unused-days";
