import { and, eq, isNull } from "drizzle-orm";
import { savedMethods } from "@/db/schema";
import { methodEnded } from "@/lib/domain/gateways/events";
import type { Ctx } from "@/lib/kernel/operation";
import type { SavedMethod } from "@/lib/providers/payments";

type Read = { gateway_id: string; method_ref: string; state: SavedMethod | null };

/**
 * K12, K20: what the gateway says of a saved method now. A revoked or removed one is never charged again, and a renewed card keeps its
 * row with the new expiry. Returns whether the method is known.
 */
export async function endMethod(ctx: Ctx<unknown>, { gateway_id, method_ref, state }: Read): Promise<boolean> {
  const { db, organization_id, now } = ctx;
  const [row] = await db
    .select()
    .from(savedMethods)
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        eq(savedMethods.gateway_id, gateway_id),
        eq(savedMethods.method_ref, method_ref),
      ),
    )
    .for("update");
  if (!row) return false;
  if (row.ended_at) return true;
  const at = now.toString();
  const isRow = and(
    eq(savedMethods.organization_id, organization_id),
    eq(savedMethods.id, row.id),
    isNull(savedMethods.ended_at),
  );
  if (state?.is_usable) {
    const { brand, last4, expires_in, fingerprint } = state;
    await db.update(savedMethods).set({ brand, last4, expires_in, fingerprint, updated_at: at }).where(isRow);
    return true;
  }
  const end_reason = row.mandate_max_minor === null ? ("removed_at_gateway" as const) : ("mandate_revoked" as const);
  await db.update(savedMethods).set({ ended_at: at, end_reason, is_default: false, updated_at: at }).where(isRow);
  ctx.emit(methodEnded, {
    ...{ saved_method_id: row.id, end_reason },
    ...{ member_id: row.payer_member_id, company_id: row.payer_company_id },
  });
  return true;
}
