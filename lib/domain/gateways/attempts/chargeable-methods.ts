import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { savedMethods } from "@/db/schema";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { TenantCtx } from "@/lib/kernel/operation";

export type MethodRow = typeof savedMethods.$inferSelect;
type Finding = {
  gateways: readonly GatewayRow[];
  saved_method_id?: string | undefined;
  /** A removal waits until the attempt is stored, and then finds it. */
  locks?: boolean;
};
type Owed = { payer_member_id: string | null; payer_company_id: string | null };

/**
 * Finds the saved method that an invoice is charged to: the chosen one, otherwise the payer's default at the gateway. A method of
 * another gateway is never used (K21), nor one of another payer.
 */
export async function chargeableMethods(
  { db, organization_id }: TenantCtx,
  owed: readonly Owed[],
  { gateways, saved_method_id, locks = false }: Finding,
): Promise<(invoice: Owed, gateway: GatewayRow) => MethodRow | null> {
  const idsOf = (name: keyof Owed) => owed.map((one) => one[name]).filter((id): id is string => id !== null);
  const [member_ids, company_ids] = [idsOf("payer_member_id"), idsOf("payer_company_id")];
  if (owed.length === 0 || gateways.length === 0) return () => null;
  const found = db
    .select()
    .from(savedMethods)
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        isNull(savedMethods.ended_at),
        inArray(
          savedMethods.gateway_id,
          gateways.map(({ id }) => id),
        ),
        saved_method_id ? eq(savedMethods.id, saved_method_id) : eq(savedMethods.is_default, true),
        or(
          member_ids.length > 0 ? inArray(savedMethods.payer_member_id, member_ids) : undefined,
          company_ids.length > 0 ? inArray(savedMethods.payer_company_id, company_ids) : undefined,
        ),
      ),
    );
  const rows = await (locks ? found.for("key share") : found);
  const keyed = new Map(rows.map((row) => [`${row.gateway_id} ${row.payer_member_id ?? row.payer_company_id}`, row]));
  return (invoice, gateway) =>
    keyed.get(`${gateway.id} ${invoice.payer_member_id ?? invoice.payer_company_id}`) ?? null;
}
