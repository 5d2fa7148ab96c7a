import type { couponPlans, couponRedemptions, coupons, membershipEvents, priceIncreases } from "@/db/schema";
import { dayPlus, weekdayOf } from "@/db/seed/days";
import type { SeedGym, SeedPlan } from "@/db/seed/gym";
import { billingBegan } from "@/db/seed/history";
import type { SoldMembership } from "@/db/seed/member-rows";
import type { Person } from "@/db/seed/people";
import { type Random, random } from "@/db/seed/random";
import { isoInstant, type WallClock } from "@/db/seed/wall-clock";
import type { Draft } from "@/lib/domain/billing/documents";
import type { BillingState, DiscountFacts } from "@/lib/domain/billing/engine";
import { draftsOf, taxesOf } from "@/lib/domain/memberships/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { cancelActs, freezeActs, type PlansOnSale, planChangeActs, planChangeOf, priceActs } from "./acts";
import { type Bill, type Happened, RENEWALS_MINUTE, replay, type Sale } from "./replay";
import type { SeedCompany, SeedCoupon, SeedIncrease } from "./settings";

/** A document that is to be issued. */
export type TimedDraft = {
  draft: Draft;
  at_ms: number;
  on: CalendarDay;
  by: Bill["by"];
  person: Person;
  sold: BilledMembership;
};

export type BilledMembership = SoldMembership & {
  state: BillingState | null;
  sold_at_ms: number;
  joining_fee_minor: number;
  price_minor: number;
  company_id: string | null;
};

type Company = SeedCompany & { id: string };
type Coupon = SeedCoupon & { id: string; uses: number };
type Redemption = typeof couponRedemptions.$inferInsert;
type Increase = SeedIncrease & { id: string };

/** What the gym bills with. */
export type BillingPlan = {
  gym: SeedGym;
  organization_id: string;
  desk_user_id: string;
  manager_user_id: string;
  began_on: CalendarDay;
  on_sale: PlansOnSale;
  companies: Company[];
  /** The company that pays for a member, by the member's code. */
  payers: Map<string, Company>;
  coupons: Coupon[];
};

type Options = Pick<BillingPlan, "gym" | "organization_id" | "desk_user_id" | "manager_user_id"> & {
  people: Person[];
  wall: WallClock;
  plan_ids: Map<SeedPlan, string>;
  founded_ms: number;
};

export function planBilling({ people, wall, plan_ids, founded_ms, ...given }: Options): BillingPlan {
  const { gym } = given;
  const source = random(`${gym.slug} billing`);
  const { billing } = gym;
  const companies = billing.companies.map((company) => ({ ...company, id: source.id(founded_ms) }));
  const employees = source.shuffled(people.filter(isEmployee));
  const payers = new Map<string, Company>();
  for (const company of companies)
    for (const { code } of employees.splice(0, company.members)) payers.set(code, company);
  const increases: Increase[] = billing.increases.map((one) => ({
    ...one,
    id: source.id(wall.at(wall.ago(one.announced_days_ago), 600)),
  }));
  return {
    ...given,
    began_on: wall.ago(billingBegan(weekdayOf(wall.today))),
    on_sale: { plans: gym.plans, ids: plan_ids, increases },
    companies,
    payers,
    coupons: billing.coupons.map((coupon) => ({
      ...coupon,
      id: source.id(wall.at(wall.ago(coupon.from_days_ago), 540)),
      uses: 0,
    })),
  };
}

const isEmployee = ({ status, signs_in, memberships, location }: Person): boolean =>
  status === "active" &&
  !signs_in &&
  memberships.at(-1)?.plan.kind === "recurring" &&
  (memberships.at(-1)?.starts_on ?? "") < location.wall.ago(40);

/** The price of a plan on a day. Its own price is that of today. */
function priceOn({ increases }: PlansOnSale, plan: SeedPlan, day: CalendarDay, today: CalendarDay): number {
  const before = increases.find(
    (one) => one.plan === plan.code && one.effective_days_ago >= 0 && day < dayPlus(today, -one.effective_days_ago),
  );
  return before?.from_minor ?? plan.price_minor;
}

export type BilledPerson = {
  memberships: BilledMembership[];
  drafts: TimedDraft[];
  redemptions: Redemption[];
  events: (typeof membershipEvents.$inferInsert)[];
};

/** The year of one member as the engine bills it. */
export function billsOf(person: Person, sold: SoldMembership[], plan: BillingPlan): BilledPerson {
  const source = random(`${plan.gym.slug} bills ${person.code}`);
  const billed: BilledPerson = { memberships: [], drafts: [], redemptions: [], events: [] };
  for (const membership of sold) billMembership(billed, { person, membership, sold, plan, source });
  return billed;
}

type Context = {
  person: Person;
  membership: SoldMembership;
  sold: SoldMembership[];
  plan: BillingPlan;
  source: Random;
};

function billMembership(billed: BilledPerson, context: Context): void {
  const { person, membership, sold, plan, source } = context;
  const { wall } = person.location;
  const { on_sale, gym, began_on } = plan;
  const { on, at_ms: sold_at_ms } = soldAt(person, membership, sold.indexOf(membership));
  const change = membership === sold.at(-1) ? planChangeOf(membership, person, gym.plans, source) : null;
  const first_plan = change?.from ?? membership.plan;
  const company = membership === sold.at(-1) ? (plan.payers.get(person.code) ?? null) : null;
  const coupon = couponFor(context, first_plan, on);
  const sale: Sale = {
    ...{ membership, plan: first_plan, plan_id: on_sale.ids.get(first_plan) ?? "", on },
    price_minor: priceOn(on_sale, first_plan, on, wall.today),
    joining_fee_minor: isFirst(membership, sold) ? first_plan.joining_fee_minor : 0,
    discounts: coupon ? [discountOf(coupon, on, membership.starts_on)] : [],
  };
  const acts = [
    ...freezeActs(membership, person, source.weighted(gym.billing.freeze_fees), source),
    ...cancelActs(membership),
    ...priceActs(sale, person, on_sale),
    ...(change
      ? planChangeActs(change, on_sale.ids.get(change.to) ?? "", priceOn(on_sale, change.to, change.on, wall.today))
      : []),
  ];
  const through = wall.now_ms >= wall.at(wall.today, RENEWALS_MINUTE) ? wall.today : wall.ago(1);
  const { state, bills, happenings } = replay(sale, acts, { began_on, through });
  const row: BilledMembership = {
    ...membership,
    ...{ state, sold_at_ms, price_minor: sale.price_minor, joining_fee_minor: sale.joining_fee_minor },
    company_id: company?.id ?? null,
  };
  billed.memberships.push(row);
  const buyer = {
    ...{ id: membership.membership_id, member_id: person.id, location_id: person.location.id },
    ...{ payer_member_id: null, payer_company_id: row.company_id, currency: gym.currency },
  };
  const taxes = taxesOf(
    [...on_sale.ids.values()].map((id) => ({ id, tax_class: "membership", is_price_with_tax: true })),
  );
  for (const { on: day, minute, origin, by, lines } of bills)
    for (const draft of draftsOf(lines, buyer, taxes, origin))
      billed.drafts.push({
        ...{ draft, on: day, by, person, sold: row },
        at_ms: origin === "sale" ? sold_at_ms : wall.at(day, minute),
      });
  const { starts_on, ends_on } = membership;
  const bought = {
    kind: "sold" as const,
    plan_name: first_plan.name,
    price_minor: sale.price_minor,
    starts_on,
    ends_on,
  };
  const event = (at_ms: number, by: Bill["by"], one: Pick<Happened, "effective_on" | "facts" | "note">) => {
    const { kind, ...facts } = one.facts;
    billed.events.push({
      ...{ id: source.id(at_ms), organization_id: plan.organization_id, membership_id: membership.membership_id, kind },
      ...{ effective_on: one.effective_on, facts: { ...facts, ...one.note }, invoice_id: null },
      ...{ created_by: by === "desk" ? plan.desk_user_id : plan.manager_user_id, created_at: isoInstant(at_ms) },
    });
  };
  event(sold_at_ms, "desk", { effective_on: starts_on, facts: bought, note: undefined });
  for (const one of happenings) event(wall.at(one.on, one.minute), one.by, one);
  if (!coupon || !state || on < began_on) return;
  coupon.uses++;
  billed.redemptions.push({
    id: source.id(sold_at_ms),
    ...{ organization_id: plan.organization_id, coupon_id: coupon.id, membership_id: membership.membership_id },
    ...{ member_id: person.id, created_by: plan.desk_user_id, created_at: isoInstant(sold_at_ms) },
  });
}

/** C21: the joining fee is charged once, not for a trial, and not for what follows another term. */
function isFirst({ starts_on }: SoldMembership, sold: SoldMembership[]): boolean {
  return !sold.some((other) => other.starts_on < starts_on && ["recurring", "fixed_term"].includes(other.plan.kind));
}

/** In advance for memberships that start in the future. Independent of the current time of day. */
export function soldAt(
  { joined_ms, joined_on, location, code }: Person,
  { starts_on }: { starts_on: CalendarDay },
  index: number,
): { on: CalendarDay; at_ms: number } {
  const { wall, open } = location;
  const closes = open[weekdayOf(starts_on)]?.to ?? 20 * 60;
  const minute = Math.min(9 * 60 + ((Number(code.replace(/\D/g, "")) * 37 + index * 101) % 620), closes - 75);
  const usual =
    starts_on < wall.today
      ? { on: starts_on, at_ms: wall.at(starts_on, minute) }
      : { on: wall.ago(1), at_ms: wall.at(wall.ago(1), minute) };
  return joined_ms > usual.at_ms ? { on: joined_on, at_ms: joined_ms } : usual;
}

function couponFor(
  { person, sold, membership, plan, source }: Context,
  bought: SeedPlan,
  on: CalendarDay,
): Coupon | null {
  const { wall } = person.location;
  const luck = source.next();
  const fits = plan.coupons.find(
    (coupon) =>
      wall.ago(coupon.from_days_ago) <= on &&
      (coupon.to_days_ago === null || on <= wall.ago(coupon.to_days_ago)) &&
      (coupon.max_uses === null || coupon.uses < coupon.max_uses) &&
      (coupon.plans.length === 0 ? bought.kind === "recurring" : coupon.plans.includes(bought.code)) &&
      (!coupon.is_for_new_members || sold[0] === membership),
  );
  return fits && luck < fits.chance && !plan.payers.has(person.code) ? fits : null;
}

function discountOf(
  { id, name, value, periods, applies_to }: Coupon,
  on: CalendarDay,
  starts_on: CalendarDay,
): DiscountFacts {
  const from_on = on < starts_on ? on : starts_on;
  return { id, label: name, value, periods, used_periods: 0, from_on, until_on: null, applies_to };
}

export function couponRows({ coupons: all, gym, organization_id }: BillingPlan, wall: WallClock) {
  return all.map((coupon): typeof coupons.$inferInsert => {
    const at = isoInstant(wall.at(wall.ago(coupon.from_days_ago), 540));
    const { id, code, name, value, periods, applies_to, max_uses, is_for_new_members, uses } = coupon;
    return {
      ...{ id, organization_id, code, name, periods, applies_to, max_uses, is_for_new_members, uses },
      percent_bp: "percent_bp" in value ? value.percent_bp : null,
      amount_minor: "amount_minor" in value ? value.amount_minor : null,
      currency: "amount_minor" in value ? gym.currency : null,
      valid_from_on: wall.ago(coupon.from_days_ago),
      valid_to_on: coupon.to_days_ago === null ? null : wall.ago(coupon.to_days_ago),
      ...{ created_at: at, updated_at: at },
    };
  });
}

/** The plans that a coupon is for; none: it is for every plan. */
export const couponPlanRows = ({ coupons: all, gym, on_sale, organization_id }: BillingPlan) =>
  all.flatMap(({ id: coupon_id, plans }) =>
    gym.plans
      .filter(({ code }) => plans.includes(code))
      .map((plan): typeof couponPlans.$inferInsert => ({
        ...{ organization_id, coupon_id, plan_id: on_sale.ids.get(plan) ?? "" },
      })),
  );

export function increaseRows({ on_sale, organization_id, manager_user_id, gym }: BillingPlan, wall: WallClock) {
  return on_sale.increases.map((increase): typeof priceIncreases.$inferInsert => {
    const { id, to_minor, announced_days_ago, effective_days_ago } = increase;
    const plan = gym.plans.find(({ code }) => code === increase.plan);
    const effective_on = wall.ago(effective_days_ago);
    return {
      ...{ id, organization_id, plan_id: (plan && on_sale.ids.get(plan)) ?? "", price_minor: to_minor, effective_on },
      ...{ applies_to: "everyone", notice_days: announced_days_ago - effective_days_ago, joined_before_on: null },
      applied_at: effective_days_ago >= 0 ? isoInstant(wall.at(effective_on, 0)) : null,
      ...{ created_by: manager_user_id, created_at: isoInstant(wall.at(wall.ago(announced_days_ago), 600)) },
    };
  });
}
