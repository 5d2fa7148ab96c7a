import { EngineRefusal, type RefusalCode } from "@/lib/domain/billing/engine";
import { invalid, Problem } from "@/lib/kernel/errors";

/** What to do about each refusal of the engine. */
const sentences: Record<RefusalCode, string> = {
  above_max_freeze: "The freeze is longer than the plan allows. Choose an earlier last day.",
  above_yearly_freeze: "The member would be frozen for more days in a year than the plan allows. Choose fewer days.",
  already_billed: "This membership was billed already, so its start cannot move. Cancel it and sell a new one.",
  already_cancelled: "This membership is already cancelled. Withdraw the cancellation first.",
  begun: "Only a membership that has not begun can start on another day.",
  below_min_freeze: "The freeze is shorter than the plan allows. Choose a later last day.",
  cancelled: "This membership is cancelled. Withdraw the cancellation first, or sell a new membership.",
  changed_today: "The plan was already changed on this day. Change it again tomorrow.",
  day_passed: "Choose today or a later day.",
  ended: "This membership has ended. Sell a new one.",
  freeze_begun: "The freeze has begun. End it with the day of the return instead.",
  freeze_ended: "The freeze is over, and later periods were billed. Give account credit instead.",
  freeze_in_the_way: "Remove the freeze first.",
  freeze_needs_end: "This plan has no freeze without an end. Choose the last day.",
  freeze_needs_notice: "The freeze begins too soon for the notice of the plan. Choose a later first day.",
  frozen: "The membership is frozen on that day. Wait for the return, or end the freeze first.",
  bad_cycle: "A fixed billing day needs a plan that is billed by months or years.",
  bad_range: "The last day is before the first day.",
  no_next_bill: "The freeze has no end, so the end of the period is not known. Set the end of the freeze first.",
  no_pending_change: "No plan change is waiting.",
  no_pending_price: "No price change is waiting.",
  no_such_freeze: "The membership has no such freeze.",
  not_begun: "The membership has not begun on that day. Choose its first day or a later one.",
  not_cancelled: "This membership is not cancelled.",
  not_freezable: "This plan cannot be frozen.",
  not_recurring: "Only a recurring membership can do this.",
  other_plan: "The membership has changed to another plan. Reload it.",
  overlapping_freeze: "Another freeze covers some of these days. Change that freeze instead.",
  pending_change: "A plan change is already waiting for the end of the period. Undo it first.",
  pending_price: "A price change is already waiting. Undo it first.",
  prepaid_needs_whole_periods: "Several periods can be prepaid only from the billing day on.",
  within_min_term: "The minimum term has not passed. Choose the end of the period, or a reason that ends it earlier.",
  within_notice: "The notice has not passed. Choose the end of the period.",
};

export const refusalSentence = (code: RefusalCode): string => sentences[code];

/** Runs a function of the engine. Its refusal becomes a conflict with a sentence that says what to do. */
export function withRefusals<T>(work: () => T, fields: Partial<Record<RefusalCode, string>> = {}): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const sentence = sentences[error.code];
    const field = fields[error.code];
    throw field ? invalid(field, sentence) : new Problem("conflict", sentence);
  }
}
