import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { bankDeposits, locations, tillMovements, tillSessions } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { toPage } from "@/lib/kernel/cursor";
import { Problem } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";

/** The cash in the safe: what tills put there, less what was brought to the bank. */
async function heldIn({ db, organization_id }: TenantCtx, location_id: string, currency: string): Promise<number> {
  const of = sql`organization_id = ${organization_id} and location_id = ${location_id} and currency = ${currency}`;
  const { rows } = await db.execute<{ held: string }>(sql`select
    (select coalesce(sum(counted_minor - left_minor), 0) from ${tillSessions} where ${of} and closed_at is not null)
    - (select coalesce(sum(m.amount_minor), 0) from ${tillMovements} m
      join ${tillSessions} s on s.organization_id = m.organization_id and s.id = m.till_session_id
      where m.organization_id = ${organization_id} and s.location_id = ${location_id} and s.currency = ${currency}
        and m.kind = 'to_safe')
    - (select coalesce(sum(amount_minor), 0) from ${bankDeposits} where ${of}) as held`);
  return Number(rows[0]?.held ?? 0);
}

export const depositCash = operation(contracts.depositCash, async (ctx, { location_id, amount_minor, reference }) => {
  const { db, organization_id } = ctx;
  const { currency } = await getLocationRow(ctx, location_id);
  // Two deposits of one safe wait for each other.
  await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), eq(locations.id, location_id)))
    .for("no key update");
  const held_minor = await heldIn(ctx, location_id, currency);
  if (amount_minor > held_minor) {
    const holds = formatMoney(held_minor, currency, ctx.organization.locale);
    throw new Problem("conflict", `The safe holds ${holds}. Bring at most that to the bank, or close the till first.`);
  }
  const { entity, today } = await sellerOf(ctx, location_id);
  const deposit = {
    ...{ id: newId(), location_id, amount_minor, currency, deposited_on: today, reference: reference ?? null },
    ...{ created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
  };
  await db.insert(bankDeposits).values({ ...deposit, organization_id });
  await post(ctx, [
    {
      ...{ legal_entity_id: entity.id, location_id, booked_on: today, currency, fact: `bank_deposit:${deposit.id}` },
      lines: [
        { account: "bank", amount_minor },
        { account: "safe", amount_minor: -amount_minor },
      ],
    },
  ]);
  ctx.audit({
    target_type: "bank_deposit",
    target_id: deposit.id,
    after: { amount_minor, currency, reference: deposit.reference },
  });
  return deposit;
});

export const listBankDeposits = operation(contracts.listBankDeposits, async (ctx, { location_id, limit, cursor }) => {
  const { currency } = await getLocationRow(ctx, location_id);
  const { order, after } = newestFirst(bankDeposits.created_at, bankDeposits.id, cursor);
  const rows = await ctx.db
    .select()
    .from(bankDeposits)
    .where(and(eq(bankDeposits.organization_id, ctx.organization_id), eq(bankDeposits.location_id, location_id), after))
    .orderBy(...order)
    .limit(limit + 1);
  const page = toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
  return { ...page, held_minor: await heldIn(ctx, location_id, currency), currency };
});
