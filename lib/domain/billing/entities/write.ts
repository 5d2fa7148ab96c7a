import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { legalEntities, locations } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/legal-entities";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { LateFee, LateFeeTerms } from "@/lib/values/late-fee";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { checkEntity } from "./check-entity";
import { checkNumbers } from "./check-numbers";
import { getEntityRow, lockEntity } from "./find";

type Changed = Partial<typeof legalEntities.$inferInsert>;

export const createLegalEntity = operation(contracts.createLegalEntity, async (ctx, input) => {
  const { organization_id } = ctx;
  const start = defaultTaxProfile(input.country)?.financial_year_start_month ?? 1;
  const row = {
    ...{ state_code: null, tax_ids: [], financial_year_starts_in: start, number_digits: 5 },
    ...{ invoice_prefix: "INV", credit_note_prefix: "CN", numbers_by_year: input.country === "IN" },
    ...input,
  };
  checkEntity(row);
  const id = newId();
  const late_fee = await feeFrom(ctx, input.late_fee ?? null, null);
  await ctx.db.insert(legalEntities).values({ ...row, id, organization_id, late_fee });
  ctx.audit({ target_type: "legal_entity", target_id: id, after: input });
  return getEntityRow(ctx, id);
});

export const updateLegalEntity = operation(contracts.updateLegalEntity, async (ctx, { id, is_default, ...input }) => {
  const before = await lockEntity(ctx, id);
  const { late_fee, ...others } = input;
  const changed: Changed =
    late_fee === undefined ? others : { ...others, late_fee: await feeFrom(ctx, late_fee, before.late_fee) };
  ctx.expectVersion(before.version);
  if (is_default && before.archived_at)
    throw new Problem("conflict", "An archived legal entity sells nothing. Choose another one as the default.");
  const wanted = { ...before, ...others };
  checkEntity(wanted);
  const renumbers = (
    ["invoice_prefix", "credit_note_prefix", "number_digits", "numbers_by_year", "financial_year_starts_in"] as const
  ).some((name) => wanted[name] !== before[name]);
  if (renumbers) await checkNumbers(ctx, id, wanted);
  if (is_default && !before.is_default) {
    await ctx.db
      .update(legalEntities)
      .set({ is_default: false })
      .where(and(eq(legalEntities.organization_id, ctx.organization_id), eq(legalEntities.is_default, true)));
  }
  const after = await change(ctx, id, { ...changed, ...(is_default ? { is_default } : {}) });
  ctx.audit({ target_type: "legal_entity", target_id: id, ...changes(before, after) });
  return after;
});

export const archiveLegalEntity = operation(contracts.archiveLegalEntity, async (ctx, { id }) => {
  const before = await lockEntity(ctx, id);
  if (before.is_default)
    throw new Problem("in_use", "This is the default legal entity. Make another one the default first.");
  if (before.location_ids.length > 0)
    throw new Problem("in_use", "Locations sell in its name. Assign them to another legal entity first.");
  const archived_at = before.archived_at ?? ctx.now.toString();
  const after = before.archived_at ? before : await change(ctx, id, { archived_at });
  ctx.audit({ target_type: "legal_entity", target_id: id, after: { archived_at } });
  return after;
});

/** F1 to F4, F10. Nothing of a profile applies before an owner confirms it here. */
export const putLegalRules = operation(contracts.putLegalRules, async (ctx, { id, profile, rules }) => {
  const before = await lockEntity(ctx, id);
  ctx.expectVersion(before.version);
  const after = await change(ctx, id, { legal_rules: { ...rules, profile, confirmed_at: ctx.now.toString() } });
  ctx.audit({ target_type: "legal_entity", target_id: id, ...changes(before, after) });
  return after;
});

/** A fee that is new applies to invoices that are issued from today on, because nobody could know of it before. */
async function feeFrom(ctx: Ctx, terms: LateFeeTerms | null, before: LateFee | null): Promise<LateFee | null> {
  return terms && { ...terms, from_on: before?.from_on ?? (await todayOf(ctx)) };
}

/** The local day of the location where it is latest. */
async function todayOf({ db, organization_id, now }: Ctx): Promise<CalendarDay> {
  const zones = await db
    .select({ time_zone: locations.time_zone })
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), isNull(locations.archived_at)));
  const days = zones.map(({ time_zone }) => dayAt(now.toString(), time_zone));
  return days.toSorted().at(-1) ?? dayAt(now.toString(), "UTC");
}

async function change(ctx: Ctx, id: string, changed: Changed) {
  await ctx.db
    .update(legalEntities)
    .set({ ...changed, version: sql`${legalEntities.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(legalEntities.organization_id, ctx.organization_id), eq(legalEntities.id, id)));
  return getEntityRow(ctx, id);
}
