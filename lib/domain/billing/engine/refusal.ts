export type RefusalCode =
  | "above_max_freeze"
  | "above_yearly_freeze"
  | "already_billed"
  | "already_cancelled"
  | "begun"
  | "below_min_freeze"
  | "cancelled"
  | "changed_today"
  | "day_passed"
  | "ended"
  | "freeze_begun"
  | "freeze_ended"
  | "freeze_in_the_way"
  | "freeze_needs_end"
  | "freeze_needs_notice"
  | "frozen"
  | "bad_cycle"
  | "bad_range"
  | "no_next_bill"
  | "no_pending_change"
  | "no_pending_price"
  | "no_such_freeze"
  | "not_begun"
  | "not_cancelled"
  | "not_freezable"
  | "not_recurring"
  | "other_plan"
  | "overlapping_freeze"
  | "pending_change"
  | "pending_price"
  | "prepaid_needs_whole_periods"
  | "within_min_term"
  | "within_notice";

/** The facts do not allow the action. The area turns the code into a problem. */
export class EngineRefusal extends Error {
  override readonly name = "EngineRefusal";
  constructor(readonly code: RefusalCode) {
    super(`The billing engine refuses: ${code}`);
  }
}

export const refuse = (code: RefusalCode): never => {
  throw new EngineRefusal(code);
};
