import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { savedMethods } from "@/db/schema";
import { methodSaved } from "@/lib/domain/gateways/events";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { SavedMethod } from "@/lib/providers/payments";
import { endMethod } from "./end-method";
import { clearDefault } from "./make-default";
import { isPayerOf, lockMethodsOf } from "./payer";

type Saved = {
  gateway_id: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  method: SavedMethod;
};

/**
 * Stores a method that its payer allowed to be charged. The newest becomes the default. The same one reported twice, or updated by the
 * card's network (K20), stays one row.
 */
export async function saveMethod(
  ctx: Ctx<unknown>,
  { gateway_id, payer_member_id, payer_company_id, method }: Saved,
): Promise<string> {
  const { db, organization_id, now } = ctx;
  const [at, owner] = [now.toString(), { payer_member_id, payer_company_id }];
  const described = {
    ...{ kind: method.kind, brand: method.brand, last4: method.last4, expires_in: method.expires_in },
    ...{ fingerprint: method.fingerprint, mandate_max_minor: method.mandate_max?.amount_minor ?? null },
    ...{ mandate_currency: method.mandate_max?.currency ?? null, updated_at: at },
  };
  await lockMethodsOf(ctx, owner);
  const [known] = await db
    .update(savedMethods)
    .set(described)
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        eq(savedMethods.gateway_id, gateway_id),
        eq(savedMethods.method_ref, method.method_ref),
        isPayerOf(savedMethods, owner),
      ),
    )
    .returning({ id: savedMethods.id });
  if (known) return known.id;
  await clearDefault(ctx, gateway_id, owner);
  const id = newId();
  await db.insert(savedMethods).values({
    ...{ id, organization_id, gateway_id, ...owner, customer_ref: method.customer_ref, method_ref: method.method_ref },
    ...{ ...described, is_default: true, created_by: userIdOf(ctx.caller), created_at: at },
  });
  ctx.emit(methodSaved, { saved_method_id: id, member_id: payer_member_id, company_id: payer_company_id });
  // K12: revoked before it was reported here.
  if (!method.is_usable) await endMethod(ctx, { gateway_id, method_ref: method.method_ref, state: method });
  return id;
}
