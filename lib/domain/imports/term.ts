import type { membershipPlans } from "@/db/schema";
import { adoptMembership, type BillingState, type BookedFreeze, billThrough } from "@/lib/domain/billing/engine";
import { addDays, addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";
import { anchorOf, billDayFrom, fallsOn, periodStart } from "@/lib/values/membership-term";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import type { ImportedDiscount, ImportedMembership } from "./parse/imported-row";

export type PlanTerms = Pick<
  typeof membershipPlans.$inferSelect,
  | "id"
  | "name"
  | "kind"
  | "interval_unit"
  | "interval_count"
  | "sessions_included"
  | "billing_day"
  | "min_term_months"
  | "notice_days"
  | "freeze_policy"
>;

type TermContext = { price_minor: number; today: CalendarDay };

/** Of a membership that has ended, for which nothing will be billed. */
export type EndedTerm = {
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  cancelled_on: CalendarDay | null;
  anchor_day: number;
};

type ImportedTerm = { state: BillingState; ended: null } | { state: null; ended: EndedTerm };

/** X3, X4: the membership as the billing engine has it. Nothing falls due before its next bill. */
export function importedTerm(membership: ImportedMembership, plan: PlanTerms, context: TermContext): ImportedTerm {
  const { today } = context;
  const { starts_on } = membership;
  const anchor_day = anchorFor(membership);
  const cancelled_on = cancelledOn(membership, plan, today);
  const ends_on = lastDay(membership, plan, today);
  if ((ends_on !== null && ends_on < today) || (cancelled_on !== null && cancelled_on <= today))
    return { state: null, ended: { starts_on, ends_on, cancelled_on, anchor_day } };
  const next_on = ends_on ? addDays(ends_on, 1) : nextBill(membership, plan, anchor_day, today);
  return { state: adopted(membership, plan, { ...context, anchor_day, next_on, cancelled_on }), ended: null };
}

type Adopted = TermContext & { anchor_day: number; next_on: CalendarDay; cancelled_on: CalendarDay | null };

function adopted(membership: ImportedMembership, plan: PlanTerms, facts: Adopted): BillingState {
  const { price_minor, today, anchor_day, next_on, cancelled_on } = facts;
  const { kind, interval_unit, interval_count, billing_day, min_term_months, notice_days } = plan;
  const policy = plan.freeze_policy ?? defaultFreezePolicy;
  const { starts_on, discount } = membership;
  return adoptMembership({
    ...{ kind, starts_on, next_on, anchor_day, charged_minor: discounted(price_minor, discount) },
    term: { plan_id: plan.id, plan_name: plan.name, price_minor, interval_unit, interval_count, billing_day },
    ...{ min_term_months, notice_days },
    ...{ freeze_extends_min_term: policy.extends_min_term, pack_freezable: policy.moves_pack_expiry },
    discounts: discount ? [discountOf(discount, starts_on)] : [],
    freezes: membership.status === "frozen" ? [freezeOf(membership, next_on, today)] : [],
    cancellation: cancelled_on === null ? null : { on: cancelled_on, requested_on: today },
  });
}

/** C1: a bill on 28 February after a start on the 31st keeps the 31st. */
function anchorFor({ starts_on, next_bill_on }: ImportedMembership): number {
  const anchor_day = anchorOf(starts_on);
  return next_bill_on === null || fallsOn(next_bill_on, anchor_day) ? anchor_day : anchorOf(next_bill_on);
}

/** A recurring membership that goes on after this day has no end: the day is that of its current period. */
export const isEndOfPeriod = (
  { ends_on, cancels_on, next_bill_on, status }: ImportedMembership,
  { kind }: Pick<PlanTerms, "kind">,
): boolean =>
  kind === "recurring" &&
  status !== "expired" &&
  status !== "cancelled" &&
  cancels_on === null &&
  ends_on !== null &&
  next_bill_on !== null &&
  next_bill_on >= ends_on;

/** The first day without access. A recurring membership with an end is one whose cancellation is scheduled. */
function cancelledOn(membership: ImportedMembership, plan: PlanTerms, today: CalendarDay): CalendarDay | null {
  const { status, ends_on, cancels_on } = membership;
  if (cancels_on !== null) return addDays(cancels_on, 1);
  if (status === "cancelled") return addDays(earlier(ends_on ?? today, today), 1);
  const ends = plan.kind === "recurring" && status !== "expired" && !isEndOfPeriod(membership, plan);
  return ends && ends_on !== null ? addDays(ends_on, 1) : null;
}

/** The end of the term; null for a recurring membership that goes on or is cancelled. */
function lastDay(membership: ImportedMembership, plan: PlanTerms, today: CalendarDay): CalendarDay | null {
  const { status, starts_on, ends_on, sessions_expire_on, cancels_on } = membership;
  const is_recurring = plan.kind === "recurring";
  if (is_recurring && status !== "expired") return null;
  const usual = is_recurring ? null : addDays(periodStart(starts_on, anchorOf(starts_on), plan, 1), -1);
  const known = ends_on ?? sessions_expire_on ?? (status === "expired" ? addDays(today, -1) : usual);
  const last_on = known !== null && cancels_on !== null && cancels_on > known ? cancels_on : known;
  return last_on !== null && last_on < starts_on ? starts_on : last_on;
}

/** The file's day, or its first anniversary that is not over: what fell due before was for the other system to bill (X3). */
function nextBill(
  { starts_on, next_bill_on }: ImportedMembership,
  plan: PlanTerms,
  anchor_day: number,
  today: CalendarDay,
): CalendarDay {
  if (next_bill_on) return billDayFrom(next_bill_on, anchor_day, plan, today);
  const { billing_day } = plan;
  if (billing_day !== null) {
    const from = starts_on > today ? starts_on : today;
    const this_month = addMonthsAnchored(billing_day, from, 0);
    return this_month > from ? this_month : addMonthsAnchored(billing_day, from, 1);
  }
  return billDayFrom(periodStart(starts_on, anchor_day, plan, 1), anchor_day, plan, addDays(today, 1));
}

/** A freeze that ends before a given bill day has moved it already. */
function freezeOf(membership: ImportedMembership, next_on: CalendarDay, today: CalendarDay): BookedFreeze {
  const { frozen_from, resumes_on, next_bill_on } = membership;
  const to_on = resumes_on === null ? null : addDays(resumes_on, -1);
  const from_on = frozen_from ?? (to_on === null ? today : earlier(today, to_on));
  const has_moved = next_bill_on !== null && to_on !== null && to_on < next_on;
  return { from_on, to_on, fee: { mode: has_moved ? "full" : "none" }, fee_to_on: null, fee_minor: 0 };
}

/** What the other system took off goes on for every period. */
const discountOf = (discount: ImportedDiscount, from_on: CalendarDay): BillingState["discounts"][number] => ({
  ...{ id: "import", label: "Discount", from_on, until_on: null, periods: null, used_periods: 0 },
  value: discount.kind === "amount" ? { amount_minor: discount.minor } : { percent_bp: discount.basis_points },
  applies_to: "period",
});

export function discounted(price_minor: number, discount: ImportedMembership["discount"]): number {
  if (!discount) return price_minor;
  const off = discount.kind === "amount" ? discount.minor : Math.round((price_minor * discount.basis_points) / 10_000);
  return Math.max(0, price_minor - off);
}

const daysForecast = 30;

/** X1: what the engine bills of the membership from today to day 30. */
export function dueSoon({ state }: ImportedTerm, today: CalendarDay): number {
  if (!state) return 0;
  return billThrough(state, addDays(today, daysForecast)).lines.reduce(
    (sum, { amount_minor }) => sum + amount_minor,
    0,
  );
}

const earlier = (left: CalendarDay, right: CalendarDay): CalendarDay => (left < right ? left : right);
