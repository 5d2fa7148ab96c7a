import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { bankDeposits } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { heldIn, takeFromSafe } from "./safe";

export const depositCash = operation(contracts.depositCash, async (ctx, { location_id, amount_minor, reference }) => {
  const { db, organization_id } = ctx;
  const { currency } = await getLocationRow(ctx, location_id);
  await takeFromSafe(
    ctx,
    { location_id, currency, amount_minor },
    "Bring at most that to the bank, or close the till first.",
  );
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
