import { addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";
import { dayPlus, daysApart } from "./days";
import type { SeedGym, SeedLocation, SeedPlan, SeedStatus } from "./gym";
import type { Random } from "./random";
import type { WallClock } from "./wall-clock";

/** A membership before it becomes a row. */
export type SeedMembership = {
  plan: SeedPlan;
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  cancelled_on: CalendarDay | null;
  /** The day on which an invoice was due that nobody has paid. */
  unpaid_since_on: CalendarDay | null;
  freeze: { from_on: CalendarDay; to_on: CalendarDay | null } | null;
};

type MembershipContext = { gym: SeedGym; location: SeedLocation; wall: WallClock; random: Random };

const dayOf = (day: CalendarDay): number => Number(day.slice(8));
const later = (day: CalendarDay, months: number): CalendarDay => addMonthsAnchored(dayOf(day), day, months);

/** The memberships that lead to the given status today, oldest first. */
export function membershipsFor(status: SeedStatus, context: MembershipContext): SeedMembership[] {
  const { wall, random } = context;
  const { today, ago } = wall;
  switch (status) {
    case "active":
      return withTrial(activeMemberships(context), context);
    case "trial": {
      const plan = planOf(context, "trial");
      return [membership(plan, ago(random.integer(1, plan.interval_count - 1)))];
    }
    case "starting":
      return [membership(runningPlan(context, 0), dayPlus(today, random.integer(1, 9)))];
    case "frozen": {
      const from_on = ago(random.integer(2, 30));
      const to_on = random.chance(0.25) ? null : dayPlus(today, random.integer(5, 45));
      const starts_on = dayPlus(from_on, -tenure(context, 45));
      return [membership(runningPlan(context, daysApart(starts_on, today)), starts_on, { freeze: { from_on, to_on } })];
    }
    case "expiring":
      return random.chance(0.25)
        ? [cancelledMembership(context, dayPlus(today, random.integer(1, 14)))]
        : renewals(context, fixedPlan(context), { day: dayPlus(today, random.integer(0, 13)), or: "later" });
    case "overdue": {
      const { due_days } = context.gym.billing;
      const billed_on = ago(random.integer(1, 24) + due_days);
      const months = Math.min(random.integer(1, 20), monthsOpen(context));
      const starts_on = later(billed_on, -months);
      // Where the first month has fewer days, the bill falls on an earlier day than the one that was drawn.
      const unpaid_since_on = dayPlus(later(starts_on, months), due_days);
      return [membership(runningPlan(context, months * 30), starts_on, { unpaid_since_on })];
    }
    case "expired": {
      const ends_on = ago(random.integer(2, 165));
      if (random.chance(0.15)) return [membership(planOf(context, "day_pass"), ends_on, { ends_on })];
      return renewals(context, fixedPlan(context), { day: ends_on, or: "earlier" });
    }
    case "cancelled":
      return [cancelledMembership(context, ago(random.integer(1, 165)))];
    case "none":
      return [];
  }
}

function membership(plan: SeedPlan, starts_on: CalendarDay, fields: Partial<SeedMembership> = {}): SeedMembership {
  return {
    plan,
    starts_on,
    ends_on: plan.kind === "recurring" ? null : endOf(plan, starts_on),
    cancelled_on: null,
    unpaid_since_on: null,
    freeze: null,
    ...fields,
  };
}

function endOf({ interval_unit, interval_count }: SeedPlan, starts_on: CalendarDay): CalendarDay {
  const next =
    interval_unit === "day" || interval_unit === "week"
      ? dayPlus(starts_on, interval_count * (interval_unit === "week" ? 7 : 1))
      : later(starts_on, interval_count * (interval_unit === "year" ? 12 : 1));
  return dayPlus(next, -1);
}

/** The first billing day of a recurring membership after a day. */
export function nextBill({ starts_on }: Pick<SeedMembership, "starts_on">, today: CalendarDay): CalendarDay {
  let months = 0;
  while (later(starts_on, months) <= today) months++;
  return later(starts_on, months);
}

function activeMemberships(context: MembershipContext): SeedMembership[] {
  const { random, wall } = context;
  const days = tenure(context, 8);
  const plan = choosePlan(context, days, ({ kind }) => kind !== "day_pass" && kind !== "trial");
  if (plan.kind === "recurring") {
    const starts_on = wall.ago(days);
    const freeze = days > 120 && random.chance(0.06) ? pastFreeze(context) : null;
    return [membership(plan, starts_on, { freeze })];
  }
  const starts_on = wall.ago(random.integer(3, daysApart(wall.today, endOf(plan, wall.today)) - 15));
  return renewals(context, plan, { day: endOf(plan, starts_on), or: "later" });
}

function cancelledMembership(context: MembershipContext, cancelled_on: CalendarDay): SeedMembership {
  const months = Math.min(context.random.integer(2, 22), monthsOpen(context));
  return membership(runningPlan(context, months * 30), later(cancelled_on, -months), { cancelled_on });
}

function pastFreeze({ random, wall }: MembershipContext): SeedMembership["freeze"] {
  const days_ago = random.integer(40, 100);
  return { from_on: wall.ago(days_ago), to_on: wall.ago(days_ago - random.integer(7, 28)) };
}

/** The last day of a whole term: some days of the month end none, because the month of its start is shorter. */
function endOfTerm(plan: SeedPlan, { day, or }: { day: CalendarDay; or: "earlier" | "later" }): CalendarDay {
  let end = day;
  while (endOf(plan, startOf(plan, end)) !== end) end = dayPlus(end, or === "later" ? 1 : -1);
  return end;
}

/** Consecutive memberships. The last ends on the given day, each earlier one before the next starts. */
function renewals(
  context: MembershipContext,
  plan: SeedPlan,
  wanted: Parameters<typeof endOfTerm>[1],
): SeedMembership[] {
  const { random, wall } = context;
  const opened_on = wall.ago(context.gym.opened_days_ago - 30);
  const memberships: SeedMembership[] = [];
  let end = endOfTerm(plan, wanted);
  do {
    const starts_on = startOf(plan, end);
    if (starts_on < opened_on && memberships.length) break;
    memberships.unshift(membership(plan, starts_on, { ends_on: end }));
    end = endOfTerm(plan, { day: dayPlus(starts_on, -1), or: "earlier" });
  } while (random.chance(0.55));
  return memberships;
}

function startOf({ interval_unit, interval_count }: SeedPlan, ends_on: CalendarDay): CalendarDay {
  const next = dayPlus(ends_on, 1);
  return interval_unit === "day"
    ? dayPlus(next, -interval_count)
    : later(next, -interval_count * (interval_unit === "year" ? 12 : 1));
}

/** A third of the members started with a trial. */
function withTrial(memberships: SeedMembership[], context: MembershipContext): SeedMembership[] {
  const [first] = memberships;
  if (!first || !context.random.chance(0.33)) return memberships;
  const plan = planOf(context, "trial");
  const starts_on = dayPlus(first.starts_on, -plan.interval_count);
  return [membership(plan, starts_on), ...memberships];
}

const planOf = ({ gym }: MembershipContext, kind: SeedPlan["kind"]): SeedPlan =>
  gym.plans.find((plan) => plan.kind === kind) as SeedPlan;

const runningPlan = (context: MembershipContext, days: number) =>
  choosePlan(context, days, ({ kind }) => kind === "recurring");
const fixedPlan = (context: MembershipContext) =>
  choosePlan(context, 0, ({ kind }) => kind === "fixed_term" || kind === "session_pack");

const OLD_PRICES_UNTIL_DAYS = 800;

function choosePlan(
  { gym, location, random }: MembershipContext,
  days: number,
  fits: (plan: SeedPlan) => boolean,
): SeedPlan {
  const open = gym.plans.filter(
    (plan) =>
      fits(plan) &&
      (plan.only_at === null || plan.only_at === location.name) &&
      (!plan.is_archived || days > OLD_PRICES_UNTIL_DAYS),
  );
  return random.weighted(open.map((plan) => [plan, plan.is_archived ? 4 * plan.weight : plan.weight] as const));
}

function tenure({ gym, random }: MembershipContext, least: number): number {
  const most = gym.opened_days_ago - 60;
  const [from, to] = random.weighted([
    [[least, 90], 26],
    [[91, 365], 36],
    [[366, most], 38],
  ] as const);
  return random.integer(from, to);
}

const monthsOpen = ({ gym }: MembershipContext): number => Math.floor((gym.opened_days_ago - 60) / 30);
