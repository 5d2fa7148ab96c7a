import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { legalEntities, taxRates } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/tax-rates";
import { changes } from "@/lib/kernel/audit";
import { databaseError, invalid, notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { getEntityRow, lockEntity } from "./find";

type NewRate = Omit<typeof taxRates.$inferInsert, "id" | "organization_id" | "legal_entity_id" | "created_at">;

/** The last day of supply that a document charged with it; null while no document did. */
const usedThrough = sql<string | null>`(select max(coalesce(l.from_on, l.due_on))::text from invoices i
  join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
  where i.organization_id = tax_rates.organization_id and l.organization_id = tax_rates.organization_id
    and i.legal_entity_id = tax_rates.legal_entity_id and i.finalized_at >= tax_rates.created_at
    and l.tax_class = tax_rates.tax_class and coalesce(l.from_on, l.due_on) >= tax_rates.from_on
    and (tax_rates.to_on is null or coalesce(l.from_on, l.due_on) <= tax_rates.to_on))`;

async function findRates({ db, organization_id }: TenantCtx, legal_entity_id: string, rate_id?: string) {
  const rows = await db
    .select({ rate: taxRates, used_through: usedThrough })
    .from(taxRates)
    .where(
      and(
        eq(taxRates.organization_id, organization_id),
        eq(taxRates.legal_entity_id, legal_entity_id),
        rate_id ? eq(taxRates.id, rate_id) : undefined,
      ),
    )
    .orderBy(taxRates.tax_class, taxRates.name, taxRates.from_on);
  return rows.map(({ rate, used_through }) => ({ ...rate, is_used: used_through !== null, used_through }));
}

async function getRate(ctx: TenantCtx, legal_entity_id: string, rate_id: string) {
  const [rate] = await findRates(ctx, legal_entity_id, rate_id);
  if (!rate) throw notFound();
  return rate;
}

export const listTaxRates = operation(contracts.listTaxRates, async (ctx, { id }) => {
  await getEntityRow(ctx, id);
  return { data: await findRates(ctx, id) };
});

export const createTaxRate = operation(contracts.createTaxRate, async (ctx, { id, ...rate }) => {
  await lockEntity(ctx, id);
  checkDays(rate);
  const [rate_id = ""] = await insertRates(ctx, id, [rate]);
  ctx.audit({ target_type: "legal_entity", target_id: id, after: rate });
  return getRate(ctx, id, rate_id);
});

/** A rate that documents were issued with can only be ended, on the last day that it was charged for or later. */
export const updateTaxRate = operation(contracts.updateTaxRate, async (ctx, { id, rate_id, ...changed }) => {
  await lockEntity(ctx, id);
  const before = await getRate(ctx, id, rate_id);
  const wanted = { ...before, ...changed };
  checkDays(wanted);
  if (before.used_through) {
    if ((["name", "kind", "rate_ppm", "from_on"] as const).some((name) => wanted[name] !== before[name]))
      throw new Problem(
        "in_use",
        "Documents were issued with this rate. End it, and add the new rate from the next day on.",
      );
    if (wanted.to_on && wanted.to_on < before.used_through)
      throw new Problem(
        "in_use",
        `Documents charge this rate through ${before.used_through}. End it on that day or later.`,
      );
  }
  await ctx.db
    .update(taxRates)
    .set(changed)
    .where(and(eq(taxRates.organization_id, ctx.organization_id), eq(taxRates.id, rate_id)))
    .catch(rejectOverlap);
  const after = await getRate(ctx, id, rate_id);
  ctx.audit({ target_type: "legal_entity", target_id: id, ...changes(before, after) });
  return after;
});

/** Until an owner has confirmed the taxes, pages say that documents carry none. */
export const confirmTaxes = operation(contracts.confirmTaxes, async (ctx, { id, rates }) => {
  await lockEntity(ctx, id);
  for (const rate of rates) checkDays(rate);
  await insertRates(ctx, id, rates);
  const taxes_confirmed_at = ctx.now.toString();
  await ctx.db
    .update(legalEntities)
    .set({ taxes_confirmed_at, version: sql`${legalEntities.version} + 1`, updated_at: taxes_confirmed_at })
    .where(and(eq(legalEntities.organization_id, ctx.organization_id), eq(legalEntities.id, id)));
  ctx.audit({ target_type: "legal_entity", target_id: id, after: { taxes_confirmed_at, rates } });
  return { taxes_confirmed_at, data: await findRates(ctx, id) };
});

async function insertRates(ctx: Ctx, legal_entity_id: string, rates: readonly NewRate[]): Promise<string[]> {
  const { organization_id } = ctx;
  const rows = rates.map((rate) => ({ ...rate, id: newId(), organization_id, legal_entity_id }));
  if (rows.length > 0) await ctx.db.insert(taxRates).values(rows).catch(rejectOverlap);
  return rows.map(({ id }) => id);
}

function checkDays({ from_on, to_on }: { from_on: string; to_on?: string | null | undefined }): void {
  if (to_on && to_on < from_on) throw invalid("to_on", "Choose a day on or after the first one");
}

/** L9: the database refuses two rates of one tax on a day. */
function rejectOverlap(error: unknown): never {
  const constraint = databaseError(error)?.constraint;
  if (constraint === "tax_rates_no_overlap" || constraint === "tax_rates_unique")
    throw new Problem(
      "conflict",
      "Two rates of this tax would apply on the same day. End the earlier one on the day before the later one begins.",
    );
  throw error;
}
