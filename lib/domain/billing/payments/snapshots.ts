import type { Payer } from "@/lib/domain/billing/documents";
import { buyerAt, buyersOf } from "@/lib/domain/billing/documents/buyers";
import { sellerSnapshot } from "@/lib/domain/billing/documents/seller-snapshot";
import { sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import type { OrganizationCtx } from "@/lib/kernel/operation";

type Taken = { payer: Payer; location_id: string };

/** L6: who took the money and who gave it, as the receipts print them, in the order of the payments. */
export async function snapshotsOf(ctx: OrganizationCtx, taken: readonly Taken[]) {
  const sellers = await sellersOf(
    ctx,
    taken.map(({ location_id }) => location_id),
  );
  const payers = taken.map(({ payer }) => payer);
  const buyers = await buyersOf(ctx, payers);
  return taken.map(({ payer, location_id }) => ({
    seller: sellerSnapshot(sellerAt(sellers, location_id), ctx.organization),
    buyer: buyerAt(buyers, payer),
  }));
}

export async function snapshotOf(ctx: OrganizationCtx, payer: Payer, location_id: string) {
  const [snapshot] = await snapshotsOf(ctx, [{ payer, location_id }]);
  if (!snapshot) throw new Error("A payment has a snapshot");
  return snapshot;
}
