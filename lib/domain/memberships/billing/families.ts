import { sql } from "drizzle-orm";
import {
  type BillingState,
  type DiscountFacts,
  type FamilyMembership,
  type FamilyRules,
  familyDiscounts,
  withFamilyDiscounts,
} from "@/lib/domain/billing/engine";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { BilledMembership, PlanTax, PlanTaxes } from "./draft";

type Payer = Pick<BilledMembership, "member_id" | "payer_member_id" | "payer_company_id">;

/** J4: who pays for a family. What a company pays belongs to none. */
const headOf = ({ member_id, payer_member_id, payer_company_id }: Payer): string | null =>
  payer_company_id ? null : (payer_member_id ?? member_id);

const rulesOf = (taxes: PlanTaxes): FamilyRules =>
  new Map(
    [...taxes.values()].flatMap(({ id, family_discounts = [] }) =>
      family_discounts.length > 0 ? [[id, family_discounts] as const] : [],
    ),
  );

type Row = FamilyMembership & { head: string };

/** Packs and passes make nobody a member of a family. */
async function familiesOf({ db, organization_id }: TenantCtx, heads: readonly string[]): Promise<Row[]> {
  const ids = sql`${sql.param([...heads])}::uuid[]`;
  const { rows } = await db.execute<{ one: Row }>(sql`
    select json_build_object('head', coalesce(m.payer_member_id, m.member_id), 'id', m.id, 'member_id', m.member_id,
      'starts_on', m.starts_on, 'ends_on', m.ends_on, 'cancelled_on', m.cancelled_on, 'freezes', (
        select coalesce(json_agg(json_build_object('from_on', f.from_on, 'to_on', f.to_on)), '[]')
        from membership_freezes f where f.organization_id = ${organization_id} and f.membership_id = m.id)) as one
    from memberships m
    join membership_plans p on p.organization_id = ${organization_id} and p.id = m.plan_id and p.kind in ('recurring', 'fixed_term')
    where m.organization_id = ${organization_id} and m.payer_company_id is null
      and (m.payer_member_id = any(${ids}) or (m.member_id = any(${ids}) and m.payer_member_id is null))`);
  return rows.map(({ one }) => one);
}

type Item = { row: Payer & { id: string }; state: BillingState };

const namedIn = ({ billed, terms }: BillingState, rules: FamilyRules): FamilyRules => {
  const named = new Set([billed, ...terms].map(({ plan_id }) => plan_id));
  return new Map([...rules].filter(([plan_id]) => named.has(plan_id)));
};

/** The states with the family discounts of today's payers. Reads nothing unless one of the plans has such a discount. */
export async function withFamilies<T extends Item>(
  ctx: TenantCtx,
  items: readonly T[],
  taxes: PlanTaxes,
): Promise<T[]> {
  const rules = rulesOf(taxes);
  const heads = new Set(rules.size > 0 ? items.flatMap(({ row }) => headOf(row) ?? []) : []);
  const rows = heads.size > 0 ? await familiesOf(ctx, [...heads]) : [];
  return items.map((item) => {
    const { row, state } = item;
    const family = rows.filter(({ head }) => head === headOf(row));
    const own = { id: row.id, member_id: row.member_id, starts_on: state.starts_on };
    const found = familyDiscounts(own, { family, rules: namedIn(state, rules) }, state.billed.from_on);
    return { ...item, state: withFamilyDiscounts(state, found) };
  });
}

/** The state of one membership, also with another payer, or with a plan that it is about to change to. */
export async function withFamily(
  ctx: TenantCtx,
  state: BillingState,
  { row, taxes }: { row: Item["row"]; taxes: PlanTaxes },
): Promise<BillingState> {
  const rules = rulesOf(taxes);
  const head = headOf(row);
  const family = rules.size > 0 && head ? await familiesOf(ctx, [head]) : [];
  const own = { id: row.id, member_id: row.member_id, starts_on: state.starts_on };
  return withFamilyDiscounts(state, familyDiscounts(own, { family, rules }, state.billed.from_on));
}

/** What is being sold comes after all others of its day. */
const LAST = "~";

/** The family discounts of a membership that is being sold. */
export async function familyOfSale(
  ctx: TenantCtx,
  { starts_on, plan, is_sale, ...payer }: Payer & { starts_on: CalendarDay; plan: PlanTax; is_sale: boolean },
): Promise<DiscountFacts[]> {
  const rules = rulesOf(new Map([[plan.id, plan]]));
  const head = headOf(payer);
  if (rules.size === 0 || head === null) return [];
  if (is_sale) await lockFamily(ctx, head);
  const own = { id: LAST, member_id: payer.member_id, starts_on };
  return familyDiscounts(own, { family: await familiesOf(ctx, [head]), rules }, starts_on);
}

/** Sales to a family follow each other, so that each finds the one before it. */
async function lockFamily({ db }: TenantCtx, head: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`family ${head}`}, 0))`);
}
