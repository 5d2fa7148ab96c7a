import { and, eq, inArray, sql } from "drizzle-orm";
import { disputes, locations, payments, payoutItems, type payouts } from "@/db/schema";
import { sellersOf } from "@/lib/domain/billing/entities";
import { type Posting, post, reversalsOf } from "@/lib/domain/billing/ledger";
import { placeOf } from "@/lib/domain/billing/payments";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { bookDisputeFee } from "@/lib/domain/gateways/disputes/book-fee";
import type { Ctx } from "@/lib/kernel/operation";

export type PayoutRow = typeof payouts.$inferSelect;
type ItemRow = typeof payoutItems.$inferSelect;
type Money = Map<string, number>;

/**
 * A payout belongs to the locations whose payments it carries. What belongs to none is booked at the first location of the gateway's legal
 * entity.
 */
export async function mainLocationOf(ctx: Ctx<unknown>, gateway: GatewayRow): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select l.id from ${locations} l join legal_entities e on e.organization_id = l.organization_id
      and (e.id = l.legal_entity_id or (l.legal_entity_id is null and e.is_default))
    where l.organization_id = ${ctx.organization_id}
    order by (e.id = ${gateway.legal_entity_id}) desc nulls last, e.is_default desc, l.archived_at nulls first, l.created_at, l.id
    limit 1`);
  const [first] = rows;
  if (!first) throw new Error("The organization has no location");
  return first.id;
}

/** The fees of the items, once. Those of disputes are counted with the dispute. Returns what was booked. */
export async function bookFees(
  ctx: Ctx<unknown>,
  payout: PayoutRow,
  { items, main }: { items: readonly ItemRow[]; main: string },
): Promise<number> {
  const fees: Money = new Map();
  for (const { kind, fee_minor, location_id } of items)
    if (kind !== "dispute") add(fees, location_id ?? main, fee_minor);
  await bookEach(ctx, payout, fees, {
    factOf: (location_id) => `payout_fees:${payout.id}:${location_id}`,
    account: "gateway_fees",
  });
  return sumOf(fees);
}

/** The money is at the bank. */
export async function bookArrival(
  ctx: Ctx<unknown>,
  payout: PayoutRow,
  { items, main }: { items: readonly ItemRow[]; main: string },
): Promise<void> {
  const net: Money = new Map();
  for (const { amount_minor, fee_minor, location_id } of items)
    if (location_id) add(net, location_id, amount_minor - fee_minor);
  add(net, main, payout.amount_minor - sumOf(net));
  await bookEach(ctx, payout, net, {
    factOf: (location_id) => `payout:${payout.id}:${payout.bookings + 1}:${location_id}`,
    account: "bank",
  });
}

/** The bank sent the money back, after it was booked. */
export async function bookReturn(ctx: Ctx<unknown>, { id, bookings }: PayoutRow): Promise<void> {
  const { rows } = await ctx.db.execute<{ fact: string; booked_on: string }>(sql`
    select e.fact, (${ctx.now.toString()}::timestamptz at time zone l.time_zone)::date::text as booked_on
    from journal_entries e join locations l on l.organization_id = e.organization_id and l.id = e.location_id
    where e.organization_id = ${ctx.organization_id} and e.fact like ${`payout:${id}:${bookings}:%`}`);
  await reversalsOf(
    ctx,
    rows.map(({ fact, booked_on }) => ({ fact, booked_on, as: fact.replace(/^payout:/, "payout_returned:") })),
  );
}

/** Both the dispute and its items tell its fee. The greater one is booked. */
export async function bookDisputeFees(ctx: Ctx<unknown>, dispute_ids: readonly string[]): Promise<void> {
  const { db, organization_id } = ctx;
  if (dispute_ids.length === 0) return;
  const rows = await db
    .select({ dispute: disputes, payment: payments })
    .from(disputes)
    .innerJoin(payments, and(eq(payments.organization_id, organization_id), eq(payments.id, disputes.payment_id)))
    .where(and(eq(disputes.organization_id, organization_id), inArray(disputes.id, [...dispute_ids])))
    .orderBy(disputes.id)
    .for("update", { of: disputes });
  for (const { dispute, payment } of rows) {
    const [told] = await db
      .select({ minor: sql`coalesce(sum(${payoutItems.fee_minor}), 0)`.mapWith(Number) })
      .from(payoutItems)
      .where(and(eq(payoutItems.organization_id, organization_id), eq(payoutItems.dispute_id, dispute.id)));
    const place = await placeOf(ctx, payment.location_id);
    const terms = { booked: dispute.fee_minor, total: told?.minor ?? 0 };
    const fee_minor = await bookDisputeFee(ctx, { id: dispute.id, payment, place }, terms);
    if (fee_minor === dispute.fee_minor) continue;
    await db
      .update(disputes)
      .set({ fee_minor })
      .where(and(eq(disputes.organization_id, organization_id), eq(disputes.id, dispute.id)));
  }
}

const sumOf = (money: Money): number => [...money.values()].reduce((all, minor) => all + minor, 0);

function add(money: Money, location_id: string, minor: number): void {
  money.set(location_id, (money.get(location_id) ?? 0) + minor);
}

/** One entry for each location: the account against the gateway's balance. */
async function bookEach(
  ctx: Ctx<unknown>,
  { currency, arrives_on }: PayoutRow,
  money: Money,
  { factOf, account }: { factOf: (location_id: string) => string; account: "bank" | "gateway_fees" },
): Promise<void> {
  const sellers = await sellersOf(ctx, [...money.keys()]);
  const postings = [...money].flatMap(([location_id, amount_minor]): Posting[] => {
    const seller = sellers.get(location_id);
    if (!seller) return [];
    return [
      {
        ...{ legal_entity_id: seller.entity.id, location_id, currency, fact: factOf(location_id) },
        booked_on: arrives_on < seller.today ? arrives_on : seller.today,
        lines: [
          { account, amount_minor },
          { account: "gateway_clearing", amount_minor: -amount_minor },
        ],
      },
    ];
  });
  await post(ctx, postings);
}
