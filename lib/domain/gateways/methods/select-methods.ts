import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { members, paymentGateways, savedMethods } from "@/db/schema";
import type { getMethod } from "@/lib/contracts/gateways/payment-methods";
import { payerName } from "@/lib/domain/billing/payments";
import { withinReach } from "@/lib/domain/organization/locations";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { savedMethodLabel } from "@/lib/values/saved-method-label";

export type Method = z.input<typeof getMethod.output>;
type MethodRow = typeof savedMethods.$inferSelect;

/** A12: methods of members of the caller's locations. Companies belong to no location. */
export const isMethodWithinReach = ({ caller, organization_id }: ReadCtx): SQL | undefined => {
  const reach = withinReach(caller, members.home_location_id);
  return (
    reach &&
    or(
      sql`${savedMethods.payer_company_id} is not null`,
      sql`exists (select from ${members} where ${members.organization_id} = ${organization_id}
        and ${members.id} = ${savedMethods.payer_member_id} and ${reach})`,
    )
  );
};

/** Saved methods with every column of the response. */
export function selectMethods({ db, organization_id }: Pick<ReadCtx, "db" | "organization_id">, condition?: SQL) {
  return db
    .select({
      row: savedMethods,
      payer_name: payerName("saved_methods"),
      ...{ vendor: paymentGateways.vendor, is_live: paymentGateways.is_live, replaced_at: paymentGateways.replaced_at },
    })
    .from(savedMethods)
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, savedMethods.gateway_id)),
    )
    .where(and(eq(savedMethods.organization_id, organization_id), condition))
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectMethods>>[number];

export function toMethod(
  { row, payer_name, vendor, is_live, replaced_at }: Selected,
  { now }: Pick<ClockCtx, "now">,
): Method {
  const is_expired = isExpired(row, now.toString());
  const is_left_behind = replaced_at !== null;
  return {
    ...{ id: row.id, gateway_id: row.gateway_id, vendor, is_live },
    ...{ payer_member_id: row.payer_member_id, payer_company_id: row.payer_company_id, payer_name },
    ...{ kind: row.kind, brand: row.brand, last4: row.last4, label: savedMethodLabel(row) },
    ...{ expires_in: row.expires_in, is_expired, is_left_behind },
    ...{ mandate_max_minor: row.mandate_max_minor, mandate_currency: row.mandate_currency },
    is_default: row.is_default,
    can_be_charged: row.ended_at === null && !is_expired && !is_left_behind,
    ...{ ended_at: row.ended_at, end_reason: row.end_reason, created_at: row.created_at },
  };
}

/** A card works until the end of its last month, wherever on earth that ends last. */
const isExpired = ({ expires_in }: MethodRow, now: string): boolean =>
  expires_in !== null && expires_in < dayAt(now, "Etc/GMT+12").slice(0, 7);
