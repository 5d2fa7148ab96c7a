import { sql } from "drizzle-orm";
import type { z } from "zod";
import type * as contracts from "@/lib/contracts/memberships/memberships";
import { sellerOf } from "@/lib/domain/billing/entities";
import { getLocationRow, type Location } from "@/lib/domain/organization/locations";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, ageOn, type CalendarDay } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { familyOfSale } from "./billing";
import { type Buyer, getBuyer } from "./buyer";
import { chosenPayer, payerColumns } from "./paying";
import { getPlanRow, type Plan } from "./plans";
import { couponFor, pendingIncrease, priceFactsOf, priceOf } from "./pricing";
import type { Offer } from "./quote";
import { type Joining, joiningOn } from "./rules";

type Sale = z.output<typeof contracts.sellMembership.input>;

/** The first and last start relative to today that the front desk may choose. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

/** C18, C21: a renewal begins when its plan says, and is no new join unless that was chosen. */
type Renewal = { starts_on: CalendarDay; charges_joining_fee: boolean };

/** The inputs of the quote. Throws if the plan cannot be sold to this member, at this location or by this caller. */
export async function offerOf(
  ctx: Ctx,
  sale: Sale,
  purpose: "quote" | "sale",
  renewal: Renewal | null = null,
  /** Who is no member yet; `sale.member_id` then names nobody. */
  stranger: Buyer | null = null,
): Promise<Offer> {
  const plan = await getPlanRow(ctx, sale.plan_id);
  const member = stranger ?? (await getBuyer(ctx, sale.member_id, "member_id"));
  if (plan.archived_at) throw invalid("plan_id", `${plan.name} is archived and cannot be sold`);
  const location = await locationOfSale(ctx, plan, sale.location_id, member.home_location_id);
  const seller = await sellerOf(ctx, location.id);
  const { today } = seller;
  const starts_on = renewal?.starts_on ?? sale.starts_on ?? today;
  if (!renewal) checkStart(ctx, starts_on, today);
  const outside_ages = ageProblem(plan, member, starts_on);
  if (outside_ages && !ctx.caller.permissions.has("memberships.override")) throw invalid("plan_id", outside_ages);
  const payer = await chosenPayer(ctx, sale, sale.member_id);
  const joining = await joiningOf(ctx, sale.member_id, starts_on);
  const joins = renewal ? renewal.charges_joining_fee : joining !== "continues";
  const usual_fee = joins ? plan.joining_fee_minor : 0;
  const { list_price_minor, rules, facts } = await priceFactsOf(ctx, plan.id, sale.member_id, location, purpose);
  const ruled = priceOf({ price_minor: list_price_minor }, rules, facts);
  const price_minor = sale.price_minor ?? ruled.price_minor;
  const joining_fee_minor = sale.joining_fee_minor ?? usual_fee;
  if (price_minor !== ruled.price_minor) checkMayOverride(ctx, `sell ${plan.name} at another price`);
  if (joining_fee_minor !== usual_fee) checkMayOverride(ctx, "change the joining fee");
  const family = await familyOfSale(ctx, {
    ...payerColumns(payer),
    member_id: sale.member_id,
    starts_on,
    plan,
    is_sale: purpose === "sale",
  });
  return {
    member_id: sale.member_id,
    seller,
    plan,
    price_minor,
    joining_fee_minor,
    price_reasons: price_minor === ruled.price_minor ? ruled.reasons : [],
    discounts: sale.coupon_code
      ? [await couponFor(ctx, { ...sale, code: sale.coupon_code, plan, starts_on, today })]
      : [],
    family,
    increase: await pendingIncrease(ctx, plan.id, { is_locked: purpose === "sale" }),
    joining_fee_waived:
      !joins && plan.joining_fee_minor > 0 && joining_fee_minor === 0 ? ("already_a_member" as const) : null,
    is_rejoin: joining === "rejoins",
    is_first_period_free: plan.is_first_period_free && joins,
    prepaid_periods: prepaidPeriods(plan, sale.prepaid_periods),
    payer,
    notes: outside_ages ? [outside_ages] : [],
    starts_on,
    today,
  };
}

/** C17: several terms or periods at once. The sessions of a pack are not multiplied. */
function prepaidPeriods({ kind, name }: Plan, periods: number): number {
  if (periods > 1 && kind !== "recurring" && kind !== "fixed_term")
    throw invalid("prepaid_periods", `${name} is paid once. Only recurring plans and terms can be prepaid`);
  return periods;
}

/** A plan for an age group, by the age on the first day. Who may override reads it as a note. */
function ageProblem(
  { name, min_age, max_age }: Plan,
  { first_name, birth_on }: { first_name: string; birth_on: CalendarDay | null },
  starts_on: CalendarDay,
): string | null {
  if (min_age === null && max_age === null) return null;
  const ages =
    max_age === null
      ? `from ${counted(min_age ?? 0, "year")} on`
      : min_age === null
        ? `up to ${counted(max_age, "year")}`
        : `from ${min_age} to ${counted(max_age, "year")}`;
  if (birth_on === null) return `${name} is for members ${ages}. Enter the date of birth of ${first_name} first`;
  const age = ageOn(birth_on, starts_on);
  if (age >= (min_age ?? 0) && age <= (max_age ?? age)) return null;
  return `${name} is for members ${ages}, and ${first_name} is ${age} on the first day. Choose another plan`;
}

async function locationOfSale(ctx: Ctx, plan: Plan, wanted: string | undefined, home: string): Promise<Location> {
  const only = plan.location_ids.length === 1 ? plan.location_ids[0] : undefined;
  const isValidAt = (id: string) => plan.location_ids.length === 0 || plan.location_ids.includes(id);
  const id = wanted ?? (isValidAt(home) ? home : only);
  if (!id)
    throw new Problem("location_required", `${plan.name} is valid at several locations. Choose the one that sells it.`);
  const location = await getLocationRow(ctx, id);
  if (!isValidAt(id)) throw invalid("location_id", `${plan.name} is not sold at ${location.name}`);
  if (location.archived_at) throw invalid("location_id", `${location.name} is archived`);
  if (location.currency !== plan.currency) {
    throw invalid(
      "plan_id",
      `${plan.name} is priced in ${plan.currency}, and ${location.name} uses ${location.currency}`,
    );
  }
  return location;
}

function checkStart(ctx: Ctx, starts_on: string, today: string): void {
  if (starts_on > addDays(today, DAYS_AHEAD)) throw invalid("starts_on", "Choose a day within one year from today");
  if (starts_on < addDays(today, -DAYS_BACK))
    checkMayOverride(ctx, `start a membership more than ${DAYS_BACK} days ago`);
}

function checkMayOverride(ctx: Ctx, action: string): void {
  if (ctx.caller.permissions.has("memberships.override")) return;
  throw new Problem("forbidden", `Only an owner or administrator can ${action}. Ask one of them.`);
}

async function joiningOf({ db, organization_id }: Ctx, member_id: string, starts_on: string): Promise<Joining> {
  const { rows } = await db.execute<{ joining: Joining }>(
    sql`select ${joiningOn(organization_id, member_id, sql`${starts_on}::date`)} as joining`,
  );
  return rows[0]?.joining ?? "new";
}
