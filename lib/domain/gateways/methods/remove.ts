import { and, desc, eq, isNull, ne, type SQL } from "drizzle-orm";
import { paymentAttempts, savedMethods } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-methods";
import { methodEnded } from "@/lib/domain/gateways/events";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { readMethod } from "./list";
import { lockMethod, setDefault } from "./make-default";
import { isActive, isPayerOf } from "./payer";
import { isMethodWithinReach, type Method } from "./select-methods";

type MethodRow = typeof savedMethods.$inferSelect;

export const removeMethod = operation(contracts.removeMethod, (ctx, { id }) =>
  endByPayer(ctx, id, isMethodWithinReach(ctx)),
);

/**
 * It is never charged again once this is committed, whatever the gateway answers: the gateway is asked to forget it afterwards, until it
 * does. A second removal changes nothing.
 */
export async function endByPayer(
  ctx: Ctx<unknown>,
  id: string,
  condition: SQL | undefined,
): Promise<{ removed: Method; next_default: Method | null }> {
  const { db, organization_id, now } = ctx;
  const row = await lockMethod(ctx, id, condition);
  if (row.ended_at) {
    ctx.audit({ target_type: "saved_method", target_id: id, after: { is_removed: true } });
    return { removed: await readMethod(ctx, id), next_default: null };
  }
  if (await isBeingCharged(ctx, id))
    throw new Problem("conflict", "A payment with this method is under way. Wait for its end, then remove the method.");
  const at = now.toString();
  await db
    .update(savedMethods)
    .set({ ended_at: at, end_reason: "removed", is_default: false, detach_at: at, updated_at: at })
    .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, id)));
  const next = row.is_default ? await newestOther(ctx, row) : undefined;
  if (next) await setDefault(ctx, next);
  ctx.emit(methodEnded, {
    ...{ saved_method_id: id, end_reason: "removed" },
    ...{ member_id: row.payer_member_id, company_id: row.payer_company_id },
  });
  ctx.audit({ target_type: "saved_method", target_id: id, after: { next_default: next?.id ?? null } });
  return { removed: await readMethod(ctx, id), next_default: next ? await readMethod(ctx, next.id) : null };
}

async function isBeingCharged({ db, organization_id }: Ctx<unknown>, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.saved_method_id, id),
        isNull(paymentAttempts.ended_at),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The payer allowed each of them to be charged. */
async function newestOther({ db, organization_id }: Ctx<unknown>, row: MethodRow): Promise<MethodRow | undefined> {
  const [next] = await db
    .select()
    .from(savedMethods)
    .where(
      and(
        isActive(organization_id),
        eq(savedMethods.gateway_id, row.gateway_id),
        isPayerOf(savedMethods, row),
        ne(savedMethods.id, row.id),
      ),
    )
    .orderBy(desc(savedMethods.created_at), desc(savedMethods.id))
    .limit(1);
  return next;
}
