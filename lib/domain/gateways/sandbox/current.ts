import { and, asc, eq, isNull } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import { sandboxReported } from "@/lib/domain/gateways/events";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx, TenantCtx } from "@/lib/kernel/operation";
import { inVendor, SandboxRefusal, type Vendor } from "@/lib/providers/payments/sandbox";
import { sandboxOptions } from "./open";
import { sandboxStoreWithin } from "./store";

/** The sandboxes that take new payments. Refused where the gym has connected a vendor in their place. */
export async function requireSandboxes({ db, organization_id }: TenantCtx): Promise<string[]> {
  const rows = await db
    .select({ id: paymentGateways.id })
    .from(paymentGateways)
    .where(
      and(
        eq(paymentGateways.organization_id, organization_id),
        eq(paymentGateways.vendor, "sandbox"),
        isNull(paymentGateways.replaced_at),
      ),
    )
    .orderBy(asc(paymentGateways.created_at), asc(paymentGateways.id));
  if (rows.length === 0) throw new Problem("conflict", "This gym does not take payments through the sandbox.");
  return rows.map(({ id }) => id);
}

/** Lets the sandbox act in the transaction of an operation that is its own. What it refuses is a conflict. */
export async function asVendor<T>(
  ctx: Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "caller" | "emit">,
  gateway_id: string,
  work: (vendor: Vendor) => Promise<T>,
): Promise<T> {
  const { db, organization_id, organization, caller } = ctx;
  const key = { organization_id, gateway_id };
  let has_reported = false;
  const store = sandboxStoreWithin(db, key, () => {
    has_reported = true;
  });
  const options = sandboxOptions({ ...key, currency: organization.currency, clock: caller.clock }, store);
  try {
    const result = await inVendor(options, work);
    if (has_reported) ctx.emit(sandboxReported, { gateway_id });
    return result;
  } catch (error) {
    throw error instanceof SandboxRefusal ? new Problem("conflict", error.message) : error;
  }
}
