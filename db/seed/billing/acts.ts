import { dayPlus, daysApart } from "@/db/seed/days";
import type { SeedPlan } from "@/db/seed/gym";
import type { SoldMembership } from "@/db/seed/member-rows";
import type { Person } from "@/db/seed/people";
import type { Random } from "@/db/seed/random";
import {
  cancelMembership,
  changeFreezeEnd,
  changePlan,
  freezeMembership,
  schedulePrice,
} from "@/lib/domain/billing/engine";
import { effectOf } from "@/lib/domain/memberships/pricing/increase-effect";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Act, Sale } from "./replay";
import type { SeedIncrease } from "./settings";

export type PlansOnSale = {
  plans: SeedPlan[];
  ids: Map<SeedPlan, string>;
  increases: (SeedIncrease & { id: string })[];
};

/** Freezes: asked for two days before, some with a fee, and some members come back early. */
export function freezeActs({ freeze }: SoldMembership, person: Person, fee: SeedFee, source: Random): Act[] {
  if (!freeze) return [];
  const { from_on, to_on } = freeze;
  const { today } = person.location.wall;
  const returns_early = to_on !== null && to_on < today && source.chance(0.4);
  const planned_to_on = returns_early ? dayPlus(to_on, source.integer(5, 12)) : to_on;
  const usual = { origin: "freeze", by: "desk" } as const;
  const begins: Act = {
    ...{ ...usual, on: dayPlus(from_on, -2), minute: 12 * 60 },
    take: (state) => freezeMembership(state, { from_on, to_on: planned_to_on, fee }, dayPlus(from_on, -2)),
  };
  if (!returns_early) return [begins];
  const returns: Act = {
    ...{ ...usual, on: to_on, minute: 17 * 60 },
    take: (state) => changeFreezeEnd(state, from_on, to_on, to_on),
  };
  return [begins, returns];
}
type SeedFee = Parameters<typeof freezeMembership>[1]["fee"];

/** Asked for sixteen days before the last day. */
export const CANCELLED_DAYS_BEFORE = 16;

export function cancelActs({ cancelled_on: day }: SoldMembership): Act[] {
  if (!day) return [];
  const on = dayPlus(day, -CANCELLED_DAYS_BEFORE);
  const request = { at: { day }, on, overrides_min_term: false, credit_unused: false };
  return [
    { on, minute: 15 * 60, origin: "cancellation", by: "manager", take: (state) => cancelMembership(state, request) },
  ];
}

/** C20: those who run on the plan when a new price is announced pay it from their first bill after its day. */
export function priceActs(sale: Sale, person: Person, { plans, ids, increases }: PlansOnSale): Act[] {
  const { today } = person.location.wall;
  return increases.flatMap(({ id, plan: code, to_minor, announced_days_ago, effective_days_ago }) => {
    const plan = plans.find((one) => one.code === code);
    const plan_id = plan && ids.get(plan);
    const on = dayPlus(today, -announced_days_ago);
    if (!plan_id || sale.plan.kind !== "recurring" || sale.on >= on) return [];
    const increase = {
      ...{ plan_id, price_minor: to_minor, effective_on: dayPlus(today, -effective_days_ago) },
      ...{ applies_to: "everyone" as const, joined_before_on: null },
    };
    const take: Act["take"] = (state) => {
      const effect = effectOf(state, increase);
      if (effect.outcome !== "raised") return { state, lines: [] };
      return schedulePrice(state, { price_minor: to_minor, from_on: effect.from_on, plan_id });
    };
    return { on, minute: 10 * 60, origin: "renewal" as const, by: "manager" as const, note: { increase_id: id }, take };
  });
}

type PlanChange = { from: SeedPlan; to: SeedPlan; on: CalendarDay; when: "now" | "period_end" };

/** Some members move to another plan, at once or at the end of the period, and a few have asked for it and wait. */
export function planChangeOf(
  sold: SoldMembership,
  person: Person,
  plans: SeedPlan[],
  source: Random,
): PlanChange | null {
  const { plan, starts_on, freeze } = sold;
  const { wall, seed } = person.location;
  const [chance, days_ago, when, isWaiting] = [
    source.next(),
    source.integer(35, 150),
    source.pick(["now", "period_end"] as const),
    source.chance(0.15),
  ];
  const others = plans.filter(
    (one) =>
      one.kind === "recurring" && one !== plan && !one.is_archived && (!one.only_at || one.only_at === seed.name),
  );
  const other = source.pick(others);
  const is_steady = person.status === "active" && plan.kind === "recurring" && !freeze && !person.signs_in;
  if (!other || !is_steady || plan.is_archived || chance > 0.09) return null;
  if (isWaiting) return { from: plan, to: other, on: wall.ago(source.integer(1, 6)), when: "period_end" };
  const on = wall.ago(days_ago);
  return daysApart(starts_on, on) > 40 ? { from: other, to: plan, on, when } : null;
}

export function planChangeActs(change: PlanChange | null, plan_id: string, price_minor: number): Act[] {
  if (!change) return [];
  const { to, on, when } = change;
  const { name, interval_unit, interval_count } = to;
  const terms = { plan_id, plan_name: name, price_minor, interval_unit, interval_count, billing_day: null };
  return [
    {
      ...{ on, minute: 18 * 60, origin: "plan_change", by: "desk" },
      take: (state) => changePlan(state, { ...terms, when, on }),
    },
  ];
}
