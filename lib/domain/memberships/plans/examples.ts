import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { billThrough, explain, type Line, openMembership } from "@/lib/domain/billing/engine";
import { operation } from "@/lib/kernel/operation";
import { addDays, addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { checkPlan, type PlanTerms } from "./check-plan";
import { daysText, dayText } from "./day-text";
import { withDefaults } from "./defaults";
import { checkCurrency, checkLocations } from "./plan-locations";
import { todayEverywhere } from "./price-on";

const BILLS = 3;
const HORIZON_DAYS = 4 * 366;

/** The bills of three starts, from values that are not saved. The engine that bills the members computes them (C12). */
export const examplesOfPlan = operation(contracts.examplesOfPlan, async (ctx, { location_ids = [], ...input }) => {
  const checked = await checkLocations(ctx, location_ids);
  const plan = withDefaults(input, checked.currency ?? ctx.organization.currency);
  checkPlan(plan);
  checkCurrency(plan.currency, checked.currency);
  const today = await todayEverywhere(ctx);
  const { locale } = ctx.organization;
  const formatters = {
    money: (minor: number) => formatMoney(minor, plan.currency, locale),
    day: (day: CalendarDay) => dayText(day, locale),
    days: (from_on: CalendarDay, to_on: CalendarDay) => daysText(from_on, to_on, locale),
  };
  const examples = startsOf(plan, today).map(({ starts_on, ...start }) => {
    const { state, lines } = saleOn(plan, input.name ?? "New plan", starts_on);
    const later = plan.kind === "recurring" ? billThrough(state, addDays(starts_on, HORIZON_DAYS)).lines : [];
    const bills = firstBills([...lines, ...later], (line) => explain(line, formatters));
    return { ...start, starts_on, bills, ends_on: state.ends_on };
  });
  return { currency: plan.currency, examples };
});

/** Today, the next 31st of a month, and the middle of a period of the plan. */
function startsOf({ billing_day }: PlanTerms, today: CalendarDay) {
  const month = Array.from({ length: 3 }, (_, n) => addMonthsAnchored(31, today, n));
  const on_31 = month.find((day) => day > today && day.endsWith("-31")) ?? addDays(today, 31);
  const bill_on = addMonthsAnchored(billing_day ?? 1, today, 1);
  return [
    { case: "today" as const, starts_on: today },
    { case: "month_end" as const, starts_on: on_31 },
    { case: "mid_period" as const, starts_on: addDays(bill_on, 15) },
  ];
}

function saleOn(plan: PlanTerms, plan_name: string, starts_on: CalendarDay) {
  const { interval_unit, interval_count, billing_day, price_minor } = plan;
  return openMembership({
    kind: plan.kind,
    starts_on,
    on: starts_on,
    term: { plan_id: "new", plan_name, price_minor, interval_unit, interval_count, billing_day },
    min_term_months: plan.min_term_months,
    notice_days: plan.notice_days,
    freeze_extends_min_term: plan.freeze_policy?.extends_min_term ?? true,
    pack_freezable: plan.freeze_policy?.moves_pack_expiry ?? true,
    joining_fee_minor: plan.joining_fee_minor,
    first_period: plan.is_first_period_free ? "free" : "full",
    prepaid_periods: 1,
    discounts: [],
  });
}

/** Lines of one day are one bill. */
function firstBills(lines: readonly Line[], explanationOf: (line: Line) => string) {
  const days = [...new Set(lines.map(({ on }) => on))].slice(0, BILLS);
  return days.map((on) => {
    const due = lines.filter((line) => line.on === on);
    return {
      on,
      lines: due.map((line) => ({
        label: line.kind === "joining_fee" ? "Joining fee" : line.plan_name,
        from_on: line.from_on,
        to_on: line.to_on,
        list_minor: line.list_minor,
        amount_minor: line.amount_minor,
        explanation: explanationOf(line),
      })),
      total_minor: due.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    };
  });
}
