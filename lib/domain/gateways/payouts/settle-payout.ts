import { and, asc, eq, isNotNull } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { paymentGateways, payoutItems, payouts } from "@/db/schema";
import { type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { BalanceItem, GatewayResult, PayoutState } from "@/lib/providers/payments";
import { formatMoney } from "@/lib/values/money";
import { bookArrival, bookDisputeFees, bookFees, bookReturn, mainLocationOf, type PayoutRow } from "./book-payout";
import { matchItems } from "./match-items";

/** Null: they are stored already. */
export type Items = GatewayResult<BalanceItem[]> | null;

/**
 * Stores a payout as the gateway has it now, with its items, and books each step once: the fees with the items, the money when the bank
 * has it, and its return. The gateway is locked, so that a payment is in one payout.
 */
export async function applyPayout(
  ctx: Ctx<unknown>,
  gateway_id: string,
  state: PayoutState,
  read: Items,
): Promise<{ id: string; mismatches: number }> {
  const { db, organization_id, now } = ctx;
  const gateway = await lockGateway(ctx, gateway_id);
  const before = await storeRow(ctx, gateway_id, state);
  const { id } = before;
  const main = await mainLocationOf(ctx, gateway);
  const isNew = before.items_at === null && read !== null;
  const stored = isNew ? await storeItems(ctx, before, read) : null;
  const items = await itemsOf(ctx, id);
  const fee_minor = stored ? await bookFees(ctx, before, { items, main }) : before.fee_minor;
  if (stored) await bookDisputeFees(ctx, disputesIn(items));
  const [arrives, returns] = [
    state.status === "paid" && !before.booked_at,
    state.status !== "paid" && before.booked_at !== null,
  ];
  if (arrives) await bookArrival(ctx, before, { items, main });
  if (returns) await bookReturn(ctx, before);
  const mismatch = stored ? stored.mismatch : before.mismatch;
  await db
    .update(payouts)
    .set({
      ...{ status: state.status, arrives_on: state.arrives_on, fee_minor, mismatch, updated_at: now.toString() },
      items_at: stored?.is_final ? now.toString() : before.items_at,
      booked_at: state.status === "paid" ? (before.booked_at ?? now.toString()) : null,
      bookings: before.bookings + (arrives ? 1 : 0),
    })
    .where(and(eq(payouts.organization_id, organization_id), eq(payouts.id, id)));
  const mismatches = items.filter((item) => item.mismatch !== null).length + (mismatch ? 1 : 0);
  if (stored && mismatches > 0) await noticeMismatch(ctx, { ...before, mismatches });
  if (before.status !== state.status || isNew)
    ctx.audit({
      ...{ target_type: "payout", target_id: id, before: { status: before.status } },
      after: { status: state.status, amount_minor: state.amount_minor, currency: state.currency, mismatches },
    });
  return { id, mismatches };
}

/** Looks again for what fitted nothing: its payment or dispute may have been stored since. */
export async function matchAgain(ctx: Ctx<unknown>, gateway_id: string): Promise<number> {
  const { db, organization_id } = ctx;
  await lockGateway(ctx, gateway_id);
  const open = await db
    .select({ item: payoutItems })
    .from(payoutItems)
    .innerJoin(payouts, and(eq(payouts.organization_id, organization_id), eq(payouts.id, payoutItems.payout_id)))
    .where(
      and(
        eq(payoutItems.organization_id, organization_id),
        isNotNull(payoutItems.mismatch),
        eq(payouts.gateway_id, gateway_id),
      ),
    )
    .orderBy(asc(payoutItems.created_at), asc(payoutItems.id))
    .limit(500);
  const items = open.map(({ item }) => ({ ...item, ref: item.item_ref }));
  const matches = await matchItems(ctx, { gateway_id, items });
  const matched = items.flatMap((item, index) => {
    const match = matches[index];
    return match && match.mismatch === null ? [{ id: item.id, match }] : [];
  });
  for (const { id, match } of matched)
    await db
      .update(payoutItems)
      .set(match)
      .where(and(eq(payoutItems.organization_id, organization_id), eq(payoutItems.id, id)));
  await bookDisputeFees(
    ctx,
    matched.flatMap(({ match }) => match.dispute_id ?? []),
  );
  return matched.length;
}

const disputesIn = (items: readonly { dispute_id: string | null }[]): string[] => [
  ...new Set(items.flatMap(({ dispute_id }) => dispute_id ?? [])),
];

async function lockGateway(ctx: Ctx<unknown>, gateway_id: string): Promise<GatewayRow> {
  await ctx.db
    .select({ id: paymentGateways.id })
    .from(paymentGateways)
    .where(and(eq(paymentGateways.organization_id, ctx.organization_id), eq(paymentGateways.id, gateway_id)))
    .for("no key update");
  return getGateway(ctx, gateway_id);
}

async function storeRow(ctx: Ctx<unknown>, gateway_id: string, state: PayoutState): Promise<PayoutRow> {
  const { db, organization_id, now } = ctx;
  const isRef = and(
    eq(payouts.organization_id, organization_id),
    eq(payouts.gateway_id, gateway_id),
    eq(payouts.payout_ref, state.ref),
  );
  const [known] = await db.select().from(payouts).where(isRef).for("update");
  if (known) return known;
  const { ref: payout_ref, amount_minor, currency, arrives_on } = state;
  const [made] = await db
    .insert(payouts)
    .values({
      ...{ id: newId(), organization_id, gateway_id, payout_ref, amount_minor, currency, arrives_on },
      ...{ status: "pending", created_at: now.toString(), updated_at: now.toString() },
    })
    .returning();
  if (!made) throw new Error("The payout was not stored");
  return made;
}

type Stored = { mismatch: string | null; is_final: boolean };

/** Null: the gateway did not tell them now, and is asked again. */
async function storeItems(ctx: Ctx<unknown>, payout: PayoutRow, read: Exclude<Items, null>): Promise<Stored | null> {
  const { organization_id, now } = ctx;
  if (read.outcome === "refused")
    return { mismatch: `The gateway does not tell what this payout consists of: ${read.message}`, is_final: true };
  if (read.outcome !== "answered") return null;
  const matches = await matchItems(ctx, { gateway_id: payout.gateway_id, items: read.value });
  await insertRecords(
    ctx,
    payoutItems,
    read.value.map(({ ref: item_ref, kind, source_ref, amount_minor, fee_minor, currency }, index) => ({
      ...{ id: newId(), organization_id, payout_id: payout.id, item_ref, kind, source_ref },
      ...{ amount_minor, fee_minor, currency, ...matches[index], created_at: now.toString() },
    })),
  );
  const sum = read.value.reduce((all, { amount_minor, fee_minor }) => all + amount_minor - fee_minor, 0);
  const money = (minor: number) => formatMoney(minor, payout.currency, ctx.organization.locale);
  return {
    mismatch:
      sum === payout.amount_minor
        ? null
        : `The items come to ${money(sum)}, and ${money(payout.amount_minor)} was paid out.`,
    is_final: true,
  };
}

async function itemsOf({ db, organization_id }: Ctx<unknown>, payout_id: string) {
  return db
    .select()
    .from(payoutItems)
    .where(and(eq(payoutItems.organization_id, organization_id), eq(payoutItems.payout_id, payout_id)));
}

async function noticeMismatch(
  ctx: Ctx<unknown>,
  { id, amount_minor, currency, mismatches }: PayoutRow & { mismatches: number },
): Promise<void> {
  const money = formatMoney(amount_minor, currency, ctx.organization.locale);
  await notifyStaff(ctx, {
    ...{ kind: "payment_mismatch", event_key: `payout_mismatch:${id}`, permission: "ledger.read" },
    title: `A payout of ${money} does not match`,
    body: `${mismatches === 1 ? "One item fits" : `${mismatches} items fit`} nothing that was recorded here. Look at the payout and at the gateway's dashboard.`,
    href: `/manage/${ctx.organization.slug}/payouts/${id}`,
  });
}
