import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Membership } from "./membership";
import type { Plan } from "./plans/plan-form";

/** What the reader may do with memberships of this member. */
export interface MembershipRights {
  cancel: boolean;
  /** Change the start. */
  move: boolean;
  freeze: boolean;
  change_plan: boolean;
  /** Freezes outside the limits of the plan. */
  override: boolean;
  /** Freezes of days in the past. */
  backdate: boolean;
  renew: boolean;
  change_payer: boolean;
  transfer: boolean;
  /** Companies as payers. */
  companies: boolean;
}

export type MembershipAction =
  | "start"
  | "freeze"
  | "return"
  | "remove_freeze"
  | "plan"
  | "undo_plan"
  | "renew"
  | "payer"
  | "transfer"
  | "withdraw"
  | "cancel";

/** The actions that the dates of a membership leave open, in the order of the menu. */
export function availableActions(
  membership: Membership,
  rights: MembershipRights,
  plans: readonly Plan[],
  today: CalendarDay,
): MembershipAction[] {
  const { status, kind, cancelled_on, freeze, next_plan } = membership;
  const renew = rights.renew && isRenewable(membership);
  if (status === "cancelled" || status === "expired") return renew ? ["renew"] : [];
  const is_unfrozen = status !== "frozen";
  const open: Record<MembershipAction, boolean> = {
    start: rights.move && status === "pending" && !cancelled_on,
    freeze: rights.freeze && is_unfrozen && kind !== "day_pass",
    return: rights.freeze && freeze !== null,
    remove_freeze: rights.freeze && freeze !== null && freeze.from_on >= today,
    plan: rights.change_plan && is_unfrozen && !cancelled_on && !next_plan && plansFor(membership, plans).length > 0,
    undo_plan: rights.change_plan && next_plan !== null,
    renew,
    payer: rights.change_payer && kind !== "day_pass",
    transfer: rights.transfer && kind !== "day_pass" && is_unfrozen && !freeze && !cancelled_on,
    withdraw: rights.cancel && cancelled_on !== null,
    cancel: rights.cancel,
  };
  return (Object.keys(open) as MembershipAction[]).filter((action) => open[action]);
}

/** C18: a term or pack before and after its end, a recurring membership after it; each once. */
export function isRenewable({ kind, status, ends_on, freeze, renewed_by_id }: Membership): boolean {
  if (renewed_by_id !== null || kind === "day_pass" || kind === "trial") return false;
  if (status === "cancelled" || status === "expired") return true;
  return ends_on !== null && !(status === "frozen" && freeze?.to_on === null);
}

/** The plans that a membership can change to: of its kind and currency, sold at its location. */
export function plansFor({ kind, plan_id, currency, location_id }: Membership, plans: readonly Plan[]): Plan[] {
  if (kind !== "recurring" && kind !== "fixed_term") return [];
  return plans.filter(
    (plan) =>
      plan.id !== plan_id &&
      plan.kind === kind &&
      plan.currency === currency &&
      (plan.location_ids.length === 0 || plan.location_ids.includes(location_id)),
  );
}
