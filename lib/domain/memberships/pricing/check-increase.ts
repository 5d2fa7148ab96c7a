import { dayText, type Plan, todayEverywhere } from "@/lib/domain/memberships/plans";
import { invalid } from "@/lib/kernel/errors";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { NewPrice } from "./increase-effect";

type Wanted = Omit<NewPrice, "plan_id" | "joined_before_on"> & {
  joined_before_on?: CalendarDay | undefined;
  notice_days: number;
};

/** The new price with the day on which it was asked for. Throws if the plan or the notice does not allow it. */
export async function checkIncrease(ctx: OrganizationCtx, plan: Plan, wanted: Wanted) {
  const { price_minor, effective_on, applies_to, notice_days } = wanted;
  const { locale } = ctx.organization;
  const today = await todayEverywhere(ctx);
  if (price_minor <= plan.price_minor) {
    const price = formatMoney(plan.price_minor, plan.currency, locale);
    throw invalid("price_minor", `Enter more than ${price}. To lower the price, change the plan`);
  }
  if ((applies_to === "joined_before") !== (wanted.joined_before_on !== undefined)) {
    throw invalid("joined_before_on", "Choose the day before which a member must have joined, for this choice only");
  }
  const is_for_members = applies_to !== "new_sales";
  if (is_for_members && notice_days < plan.notice_days) {
    throw invalid(
      "notice_days",
      `Members of this plan have a notice of ${counted(plan.notice_days, "day")}. Give at least that`,
    );
  }
  // Periods that begin today may be billed already.
  const earliest = addDays(today, is_for_members ? Math.max(1, notice_days) : 1);
  if (effective_on < earliest) {
    const day = dayText(earliest, locale);
    throw invalid(
      "effective_on",
      is_for_members
        ? `Choose ${day} or later, so that members have a notice of ${counted(notice_days, "day")}`
        : `Choose ${day} or later`,
    );
  }
  if (effective_on > addDays(today, 3 * 366)) throw invalid("effective_on", "Choose a day within three years");
  const joined_before_on = wanted.joined_before_on ?? null;
  return { today, increase: { plan_id: plan.id, price_minor, effective_on, applies_to, joined_before_on } };
}
