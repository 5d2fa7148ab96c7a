import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { members } from "@/db/schema";
import type * as contracts from "@/lib/contracts/memberships/memberships";
import { sellerOf } from "@/lib/domain/billing/entities";
import { getLocationRow, type Location, withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, ageOn, type CalendarDay } from "@/lib/values/calendar-day";
import { getPlanRow, type Plan } from "./plans";
import { couponFor, priceFactsOf, priceOf } from "./pricing";
import type { Offer } from "./quote";
import { hasBegun, lastsTo } from "./rules";

type Sale = z.output<typeof contracts.sellMembership.input>;

/** The first and last start relative to today that the front desk may choose. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

/** The inputs of the quote. Throws if the plan cannot be sold to this member, at this location or by this caller. */
export async function offerOf(ctx: Ctx, sale: Sale, purpose: "quote" | "sale"): Promise<Offer> {
  const plan = await getPlanRow(ctx, sale.plan_id);
  const member = await getBuyer(ctx, sale.member_id);
  if (plan.archived_at) throw invalid("plan_id", `${plan.name} is archived and cannot be sold`);
  const location = await locationOfSale(ctx, plan, sale.location_id, member.home_location_id);
  const seller = await sellerOf(ctx, location.id);
  const { today } = seller;
  const starts_on = sale.starts_on ?? today;
  checkStart(ctx, starts_on, today);
  const outside_ages = ageProblem(plan, member, starts_on);
  if (outside_ages && !ctx.caller.permissions.has("memberships.override")) throw invalid("plan_id", outside_ages);
  const joining_fee_waived = plan.joining_fee_minor > 0 && (await isMemberBefore(ctx, sale.member_id, starts_on));
  const usual_fee = joining_fee_waived ? 0 : plan.joining_fee_minor;
  const { list_price_minor, rules, facts } = await priceFactsOf(ctx, plan.id, sale.member_id, location, purpose);
  const ruled = priceOf({ price_minor: list_price_minor }, rules, facts);
  const price_minor = sale.price_minor ?? ruled.price_minor;
  const joining_fee_minor = sale.joining_fee_minor ?? usual_fee;
  if (price_minor !== ruled.price_minor) checkMayOverride(ctx, `sell ${plan.name} at another price`);
  if (joining_fee_minor !== usual_fee) checkMayOverride(ctx, "change the joining fee");
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
    joining_fee_waived: joining_fee_waived && joining_fee_minor === 0 ? "already_a_member" : null,
    notes: outside_ages ? [outside_ages] : [],
    starts_on,
    today,
  };
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
      ? `from ${min_age} years on`
      : min_age === null
        ? `up to ${max_age} years`
        : `from ${min_age} to ${max_age} years`;
  if (birth_on === null) return `${name} is for members ${ages}. Enter the date of birth of ${first_name} first`;
  const age = ageOn(birth_on, starts_on);
  if (age >= (min_age ?? 0) && age <= (max_age ?? age)) return null;
  return `${name} is for members ${ages}, and ${first_name} is ${age} on the first day. Choose another plan`;
}

async function getBuyer(ctx: Ctx, id: string) {
  const [member] = await ctx.db
    .select({
      home_location_id: members.home_location_id,
      first_name: members.first_name,
      birth_on: members.birth_on,
      archived_at: members.archived_at,
      banned_at: members.banned_at,
    })
    .from(members)
    .where(
      and(
        eq(members.organization_id, ctx.organization_id),
        eq(members.id, id),
        withinReach(ctx.caller, members.home_location_id),
      ),
    );
  if (!member) throw notFound();
  if (member.archived_at) throw invalid("member_id", "This member is archived. Restore them first");
  if (member.banned_at) throw invalid("member_id", "This member is banned. Lift the ban first");
  return member;
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

/** C21: no joining fee for a member whose earlier term ends on the day before the new start or later. */
async function isMemberBefore(ctx: Ctx, member_id: string, starts_on: string): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ joined: boolean }>(sql`
    select exists (select 1 from memberships s
      join membership_plans p on p.organization_id = s.organization_id and p.id = s.plan_id
      where s.organization_id = ${ctx.organization_id} and s.member_id = ${member_id}
        and p.kind in ('recurring', 'fixed_term')
        and ${hasBegun("s", sql`${starts_on}::date`)} and ${lastsTo("s", sql`${starts_on}::date - 1`)}) as joined`);
  return rows[0]?.joined ?? false;
}
