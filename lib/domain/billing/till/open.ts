import { and, desc, eq, isNotNull } from "drizzle-orm";
import { newId } from "@/db/id";
import { tillSessions } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Account, FloatSource } from "@/lib/values/billing";
import { getSessionRow } from "./find";
import { takeFromSafe } from "./safe";

/** At most one till of a location is open: of two openings one is refused. */
export const openTill = operation(contracts.openTill, async (ctx, { location_id, float_minor, float_source }) => {
  const { currency } = await getLocationRow(ctx, location_id);
  const id = newId();
  await ctx.db
    .insert(tillSessions)
    .values({
      ...{ id, organization_id: ctx.organization_id, location_id, currency, float_minor },
      ...{ opened_at: ctx.now.toString(), opened_by: userIdOf(ctx.caller) },
    })
    .catch((error) => {
      if (!isDuplicate(error, "till_sessions_open_unique")) throw error;
      throw new Problem("conflict", "The till of this location is already open. Close it before you open it again.");
    });
  // Read after the insert, which waits for a closing that is under way.
  const left_minor = await lastLeft(ctx, location_id, currency);
  const change_minor = float_minor - (left_minor ?? 0);
  const source = float_source ?? (left_minor === null ? "outside" : "difference");
  if (change_minor !== 0) await bookFloat(ctx, { id, location_id, currency, change_minor, source });
  ctx.audit({
    target_type: "till_session",
    target_id: id,
    after: { float_minor, currency, ...(change_minor !== 0 && { change_minor, source }) },
  });
  return getSessionRow(ctx, id);
});

/** What the last session of the location left in the drawer; null before the first one was closed. */
async function lastLeft({ db, organization_id }: Ctx, location_id: string, currency: string): Promise<number | null> {
  const [last] = await db
    .select({ left_minor: tillSessions.left_minor })
    .from(tillSessions)
    .where(
      and(
        eq(tillSessions.organization_id, organization_id),
        eq(tillSessions.location_id, location_id),
        eq(tillSessions.currency, currency),
        isNotNull(tillSessions.closed_at),
      ),
    )
    .orderBy(desc(tillSessions.opened_at), desc(tillSessions.id))
    .limit(1);
  return last?.left_minor ?? null;
}

/** The account on the other side of the cash. */
const accountOf: Record<FloatSource, Account> = {
  safe: "safe",
  outside: "petty_cash",
  difference: "till_difference",
};

type Change = { id: string; location_id: string; currency: string; change_minor: number; source: FloatSource };

/** The cash account holds what lies in the drawers, so a float that is not what was left there is a booking. */
async function bookFloat(ctx: Ctx, { id, location_id, currency, change_minor, source }: Change): Promise<void> {
  if (source === "safe" && change_minor > 0) {
    const taking = { location_id, currency, amount_minor: change_minor };
    await takeFromSafe(ctx, taking, "Open the till with less, or say that the cash comes from elsewhere.");
  }
  const { entity, today } = await sellerOf(ctx, location_id);
  await ctx.db
    .update(tillSessions)
    .set({ float_change_minor: change_minor, float_source: source })
    .where(and(eq(tillSessions.organization_id, ctx.organization_id), eq(tillSessions.id, id)));
  await post(ctx, [
    {
      ...{ legal_entity_id: entity.id, location_id, booked_on: today, currency, fact: `till_float:${id}` },
      lines: [
        { account: "cash", amount_minor: change_minor },
        { account: accountOf[source], amount_minor: -change_minor },
      ],
    },
  ]);
}
