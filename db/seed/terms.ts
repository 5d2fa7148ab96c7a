import { addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";
import { dayPlus, daysApart } from "./days";
import type { SeedGym, SeedLocation, SeedPlan, Standing } from "./gym";
import type { Random } from "./random";
import type { WallClock } from "./wall-clock";

/** One membership of one member, before it becomes a row. */
export type Term = {
  plan: SeedPlan;
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  cancelled_on: CalendarDay | null;
  arrears_since_on: CalendarDay | null;
  freeze: { from_on: CalendarDay; to_on: CalendarDay | null } | null;
};

type Scene = { gym: SeedGym; location: SeedLocation; wall: WallClock; random: Random };

const dayOf = (day: CalendarDay): number => Number(day.slice(8));
const later = (day: CalendarDay, months: number): CalendarDay => addMonthsAnchored(dayOf(day), day, months);

/** What a member bought over time so that they stand where they stand today, the oldest first. */
export function termsFor(standing: Standing, scene: Scene): Term[] {
  const { wall, random } = scene;
  const { today, ago } = wall;
  switch (standing) {
    case "active":
      return withTrial(activeTerms(scene), scene);
    case "trial": {
      const plan = planOf(scene, "trial");
      return [term(plan, ago(random.integer(1, plan.interval_count - 1)))];
    }
    case "starting":
      return [term(runningPlan(scene, 0), dayPlus(today, random.integer(1, 9)))];
    case "frozen": {
      const from_on = ago(random.integer(2, 30));
      const to_on = random.chance(0.25) ? null : dayPlus(today, random.integer(5, 45));
      const starts_on = dayPlus(from_on, -tenure(scene, 45));
      return [term(runningPlan(scene, daysApart(starts_on, today)), starts_on, { freeze: { from_on, to_on } })];
    }
    case "expiring":
      return random.chance(0.25)
        ? [cancelledTerm(scene, dayPlus(today, random.integer(1, 14)))]
        : chain(scene, fixedPlan(scene), dayPlus(today, random.integer(0, 13)));
    case "overdue": {
      const since = ago(random.integer(1, 24));
      const months = Math.min(random.integer(1, 20), monthsOpen(scene));
      return [term(runningPlan(scene, months * 30), later(since, -months), { arrears_since_on: since })];
    }
    case "expired": {
      const ends_on = ago(random.integer(2, 165));
      if (random.chance(0.15)) return [term(planOf(scene, "day_pass"), ends_on, { ends_on })];
      return chain(scene, fixedPlan(scene), ends_on);
    }
    case "cancelled":
      return [cancelledTerm(scene, ago(random.integer(1, 165)))];
    case "none":
      return [];
  }
}

function term(plan: SeedPlan, starts_on: CalendarDay, fields: Partial<Term> = {}): Term {
  return {
    plan,
    starts_on,
    ends_on: plan.kind === "recurring" ? null : endOf(plan, starts_on),
    cancelled_on: null,
    arrears_since_on: null,
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

/** The next day on which a recurring membership is billed. */
export function nextBill({ starts_on }: Term, today: CalendarDay): CalendarDay {
  let months = 0;
  while (later(starts_on, months) <= today) months++;
  return later(starts_on, months);
}

function activeTerms(scene: Scene): Term[] {
  const { random, wall } = scene;
  const days = tenure(scene, 8);
  const plan = chosen(scene, days, ({ kind }) => kind !== "day_pass" && kind !== "trial");
  if (plan.kind === "recurring") {
    const starts_on = wall.ago(days);
    const freeze = days > 120 && random.chance(0.06) ? pastFreeze(scene) : null;
    return [term(plan, starts_on, { freeze })];
  }
  const starts_on = wall.ago(random.integer(3, daysApart(wall.today, endOf(plan, wall.today)) - 15));
  return chain(scene, plan, endOf(plan, starts_on));
}

function cancelledTerm(scene: Scene, cancelled_on: CalendarDay): Term {
  const months = Math.min(scene.random.integer(2, 22), monthsOpen(scene));
  return term(runningPlan(scene, months * 30), later(cancelled_on, -months), { cancelled_on });
}

function pastFreeze({ random, wall }: Scene): Term["freeze"] {
  const days_ago = random.integer(40, 100);
  return { from_on: wall.ago(days_ago), to_on: wall.ago(days_ago - random.integer(7, 28)) };
}

/** Renewals without a gap: the last ends on `ends_on`, each earlier one on the day before the next. */
function chain(scene: Scene, plan: SeedPlan, ends_on: CalendarDay): Term[] {
  const { random, wall } = scene;
  const opened_on = wall.ago(scene.gym.opened_days_ago - 30);
  const terms: Term[] = [];
  let end = ends_on;
  do {
    const starts_on = startOf(plan, end);
    if (starts_on < opened_on && terms.length) break;
    terms.unshift(term(plan, starts_on, { ends_on: end }));
    end = dayPlus(starts_on, -1);
  } while (random.chance(0.55));
  return terms;
}

function startOf({ interval_unit, interval_count }: SeedPlan, ends_on: CalendarDay): CalendarDay {
  const next = dayPlus(ends_on, 1);
  return interval_unit === "day"
    ? dayPlus(next, -interval_count)
    : later(next, -interval_count * (interval_unit === "year" ? 12 : 1));
}

/** Every third newcomer took the trial first. */
function withTrial(terms: Term[], scene: Scene): Term[] {
  const [first] = terms;
  if (!first || !scene.random.chance(0.33)) return terms;
  const plan = planOf(scene, "trial");
  const starts_on = dayPlus(first.starts_on, -plan.interval_count);
  return [term(plan, starts_on), ...terms];
}

const planOf = ({ gym }: Scene, kind: SeedPlan["kind"]): SeedPlan =>
  gym.plans.find((plan) => plan.kind === kind) as SeedPlan;

const runningPlan = (scene: Scene, days: number) => chosen(scene, days, ({ kind }) => kind === "recurring");
const fixedPlan = (scene: Scene) => chosen(scene, 0, ({ kind }) => kind === "fixed_term" || kind === "session_pack");

const OLD_PRICES_UNTIL_DAYS = 800;

function chosen({ gym, location, random }: Scene, days: number, fits: (plan: SeedPlan) => boolean): SeedPlan {
  const open = gym.plans.filter(
    (plan) =>
      fits(plan) &&
      (plan.only_at === null || plan.only_at === location.name) &&
      (!plan.is_archived || days > OLD_PRICES_UNTIL_DAYS),
  );
  return random.weighted(open.map((plan) => [plan, plan.is_archived ? 4 * plan.weight : plan.weight] as const));
}

function tenure({ gym, random }: Scene, least: number): number {
  const most = gym.opened_days_ago - 60;
  const [from, to] = random.weighted([
    [[least, 90], 26],
    [[91, 365], 36],
    [[366, most], 38],
  ] as const);
  return random.integer(from, to);
}

const monthsOpen = ({ gym }: Scene): number => Math.floor((gym.opened_days_ago - 60) / 30);
