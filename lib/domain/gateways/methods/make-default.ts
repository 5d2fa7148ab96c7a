import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { paymentGateways, savedMethods } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-methods";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { readMethod } from "./list";
import { lockMethodsOf, type Payer } from "./payer";
import { isMethodWithinReach, type Method } from "./select-methods";

type MethodRow = typeof savedMethods.$inferSelect;

export const makeDefault = operation(contracts.makeDefault, (ctx, { id }) =>
  changeDefault(ctx, id, isMethodWithinReach(ctx)),
);

/** Later bills are charged to it. What is unpaid already stays as it is (K4). */
export async function changeDefault(ctx: Ctx<unknown>, id: string, condition: SQL | undefined): Promise<Method> {
  const { db, organization_id } = ctx;
  const row = await lockMethod(ctx, id, condition);
  if (row.ended_at) throw new Problem("conflict", "This payment method was removed. Choose another one.");
  const [gateway] = await db
    .select({ replaced_at: paymentGateways.replaced_at })
    .from(paymentGateways)
    .where(and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, row.gateway_id)));
  if (gateway?.replaced_at)
    throw new Problem("conflict", "This payment method belongs to a payment provider that the gym no longer uses.");
  await setDefault(ctx, row);
  ctx.audit({ target_type: "saved_method", target_id: id, after: { is_default: true } });
  return readMethod(ctx, id);
}

/** The payer's methods are locked. */
export async function setDefault(ctx: Ctx<unknown>, { id, gateway_id, ...payer }: MethodRow): Promise<void> {
  const { db, organization_id, now } = ctx;
  await clearDefault(ctx, gateway_id, payer, id);
  await db
    .update(savedMethods)
    .set({ is_default: true, updated_at: now.toString() })
    .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, id)));
}

export async function clearDefault(
  { db, organization_id, now }: Ctx<unknown>,
  gateway_id: string,
  { payer_member_id, payer_company_id }: Payer,
  except?: string,
): Promise<void> {
  await db
    .update(savedMethods)
    .set({ is_default: false, updated_at: now.toString() })
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        eq(savedMethods.gateway_id, gateway_id),
        payer_member_id
          ? eq(savedMethods.payer_member_id, payer_member_id)
          : eq(savedMethods.payer_company_id, payer_company_id ?? ""),
        sql`${savedMethods.is_default}`,
        except ? ne(savedMethods.id, except) : undefined,
      ),
    );
}

/** Locks the methods of the payer and then the row, so that a charge that is just being reserved comes before or after. */
export async function lockMethod(ctx: Ctx<unknown>, id: string, condition: SQL | undefined): Promise<MethodRow> {
  const { db, organization_id } = ctx;
  const isRow = and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, id), condition);
  const [found] = await db.select().from(savedMethods).where(isRow);
  if (!found) throw notFound();
  await lockMethodsOf(ctx, found);
  const [row] = await db.select().from(savedMethods).where(isRow).for("update");
  if (!row) throw notFound();
  return row;
}
