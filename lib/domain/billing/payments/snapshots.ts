import type { Payer } from "@/lib/domain/billing/documents";
import { buyerAt, buyersOf } from "@/lib/domain/billing/documents/buyers";
import { sellerSnapshot } from "@/lib/domain/billing/documents/seller-snapshot";
import { sellerOf } from "@/lib/domain/billing/entities";
import type { OrganizationCtx } from "@/lib/kernel/operation";

/** L6: who took the money and who gave it, as the receipt prints them. */
export async function snapshotsOf(ctx: OrganizationCtx, payer: Payer, location_id: string) {
  const seller = sellerSnapshot(await sellerOf(ctx, location_id), ctx.organization);
  return { seller, buyer: buyerAt(await buyersOf(ctx, [payer]), payer) };
}
