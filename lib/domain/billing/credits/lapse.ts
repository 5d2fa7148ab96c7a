import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { accountCredits } from "@/db/schema";
import type { Schedule } from "@/lib/domain/area";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";

/** Credits of one transaction. */
const batchSize = 200;

/**
 * Goodwill whose last day is over is booked back. The credits are locked, so that an invoice or a refund uses them before it or finds
 * nothing. What a voided invoice gives back to lapsed credit later lapses with the next run, as a booking of its own.
 */
export const creditExpiry: Schedule = {
  name: "credit-expiry",
  async run(ctx, { location, run_on }) {
    const { db, organization_id } = ctx;
    const over = await db
      .select()
      .from(accountCredits)
      .where(
        and(
          eq(accountCredits.organization_id, organization_id),
          eq(accountCredits.location_id, location.id),
          lt(accountCredits.expires_on, run_on),
          gt(accountCredits.remaining_minor, 0),
        ),
      )
      .orderBy(asc(accountCredits.id))
      .limit(batchSize)
      .for("update");
    if (over.length === 0) return { found: 0, acted: 0 };
    const { entity } = await sellerOf(ctx, location.id);
    await db.execute(sql`
      update ${accountCredits} set lapsed_minor = lapsed_minor + remaining_minor, remaining_minor = 0
      where organization_id = ${organization_id} and id = any(${sql.param(over.map(({ id }) => id))}::uuid[])`);
    await post(
      ctx,
      over.map(({ id, currency, remaining_minor, lapsed_minor, payer_member_id, payer_company_id }) => ({
        ...{ legal_entity_id: entity.id, location_id: location.id, booked_on: run_on, currency },
        fact: `goodwill_lapse:${id}:${lapsed_minor}`,
        lines: [
          {
            ...{ account: "customer_credit" as const, amount_minor: remaining_minor },
            ...{ member_id: payer_member_id, company_id: payer_company_id },
          },
          { account: "discounts" as const, amount_minor: -remaining_minor },
        ],
      })),
    );
    return { found: over.length, acted: over.length, has_more: over.length === batchSize };
  },
};
