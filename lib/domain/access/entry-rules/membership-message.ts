import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";
import { opensAt } from "@/lib/values/opening-hours";
import { type EntryMessage, type EntryMessageInput, SEE_THE_DESK } from "./entry-message";
import { blockingDebt, quotaLeft } from "./evaluate-membership";
import type { EntryMembership } from "./facts";
import { type ReachedLimit, reachedLimit } from "./visit-limits";
import { dayInWords, weekdayAndTimeInWords } from "./wording";

/** Null for a reason that is not about a membership. */
export const membershipMessage = (
  { reason, facts, today }: EntryMessageInput,
  membership: EntryMembership,
): EntryMessage | null => {
  const { plan_name } = membership;
  const day = (on: CalendarDay) => dayInWords(on, today, facts.locale);
  const last_day = day(lastDay(membership) ?? today);
  switch (reason) {
    case "frozen": {
      const until = freezeOn(membership, today)?.to_on;
      return {
        title: until ? `Frozen until ${day(until)}` : "Frozen",
        tell_member: `Your membership is frozen${until ? ` until ${day(until)}` : ""}. The desk can end the freeze early.`,
        tell_staff: `${plan_name} is frozen${until ? ` through ${day(until)}` : " without a return date"}. End the freeze on their page, or let them in once.`,
      };
    }
    case "cancelled":
      return {
        title: `Cancelled on ${day(membership.cancelled_on ?? today)}`,
        tell_member: `Your membership was cancelled. ${SEE_THE_DESK}`,
        tell_staff: `${plan_name} was cancelled${membership.ends_on ? ` and ran through ${last_day}` : ""}. Sell a new membership or a day pass.`,
      };
    case "expired":
      return {
        title: `Expired on ${last_day}`,
        tell_member: `Your membership was valid through ${last_day}. The desk can renew it.`,
        tell_staff: `${plan_name} was valid through ${last_day}. Renew it or sell a new one.`,
      };
    case "not_started":
      return {
        title: `Starts on ${day(membership.starts_on)}`,
        tell_member: `Your membership starts on ${day(membership.starts_on)}.`,
        tell_staff: `${plan_name} starts on ${day(membership.starts_on)}. Move the start or sell a day pass.`,
      };
    case "overdue": {
      const owing = blockingDebt(membership, facts, today) ?? membership;
      const { overdue } = owing;
      const amount = overdue && formatMoney(overdue.amount_minor, overdue.currency, facts.locale);
      return {
        title: overdue ? `Payment overdue since ${day(overdue.since_on)}` : "Payment overdue",
        tell_member: `A payment is open. ${SEE_THE_DESK}`,
        tell_staff: `${amount ?? "A payment"} for ${owing.plan_name} is open. Take the payment or let them in once.`,
      };
    }
    case "outside_hours": {
      const next = membership.access_hours && opensAt(membership.access_hours, facts.now, facts.location.time_zone);
      const again = next && weekdayAndTimeInWords(next, facts.location.time_zone, facts.locale);
      return {
        title: "Outside the plan's hours",
        tell_member: again ? `Your membership is valid again ${again}.` : "Your membership is not valid at this hour.",
        tell_staff: `${plan_name} does not cover this hour${again ? `; it does from ${again}` : ""}. Upgrade it or sell a day pass.`,
      };
    }
    case "wrong_location":
      return {
        title: "Not valid at this location",
        tell_member: "Your membership is not valid at this location.",
        tell_staff: `${plan_name} is not valid at ${facts.location.name}. Upgrade it or sell a day pass.`,
      };
    case "quota_used":
      return quotaMessage(membership, { reason, facts, today, membership });
    default:
      return null;
  }
};

const quotaMessage = (membership: EntryMembership, { facts, today }: EntryMessageInput): EntryMessage => {
  const { quota, plan_name } = membership;
  const reached = reachedLimit(membership);
  if (reached && !(quota && quotaLeft(membership) === 0)) return limitMessage(reached, plan_name, { facts, today });
  return {
    title: `${quota?.used ?? "All"} of ${quota ? counted(quota.limit, "visit", "visits") : "visits"} used`,
    tell_member: `All visits of your membership are used. ${SEE_THE_DESK}`,
    tell_staff: `${plan_name} has no visit left. Sell more visits or upgrade.`,
  };
};

const periodWords = { day: "today", week: "this week", month: "this month", term: "this membership" };

const limitMessage = (
  { of, per, allowed, count, used, to_on }: ReachedLimit,
  plan_name: string,
  { facts, today }: Pick<EntryMessageInput, "facts" | "today">,
): EntryMessage => {
  const units = (units: number) => (of === "days" ? counted(units, "day", "days") : counted(units, "visit", "visits"));
  const again = per === "term" ? null : dayInWords(addDays(to_on, 1), today, facts.locale);
  const prorated = allowed < count ? `, ${allowed} in the ${per} in which the freeze ended` : "";
  return {
    title: `${used} of ${units(allowed)} of ${periodWords[per]} used`,
    tell_member: again
      ? `All visits of ${periodWords[per]} are used. You can come again on ${again}.`
      : `All visits of your membership are used. ${SEE_THE_DESK}`,
    tell_staff: `${plan_name} allows ${units(count)} ${per === "term" ? "in all" : `a ${per}`}${prorated}.${again ? ` The next one is possible on ${again}.` : ""} Upgrade it or let them in once.`,
  };
};
