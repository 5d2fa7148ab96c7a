import { sql } from "drizzle-orm";
import { check, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { refunds } from "@/db/schema/billing/payments";
import { createdAt, instant } from "@/db/schema/columns";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { refundStatuses } from "@/lib/values/gateways";
import { paymentGateways } from "./gateways";

/** K16: how far a refund is at the gateway. Until the gateway confirms it, the money is in transit. */
export const gatewayRefunds = tenantTable(
  "gateway_refunds",
  {
    refund_id: uuid("refund_id").notNull(),
    gateway_id: uuid("gateway_id").notNull(),
    charge_ref: text("charge_ref").notNull(),
    status: text("status", { enum: refundStatuses }).notNull(),
    refund_ref: text("refund_ref"),
    failure: text("failure"),
    /** When the gateway is called or asked again. */
    check_at: instant("check_at"),
    checks: integer("checks").notNull().default(0),
    created_at: createdAt(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    unique("gateway_refunds_refund_unique").on(t.organization_id, t.refund_id),
    uniqueIndex("gateway_refunds_ref_unique")
      .on(t.organization_id, t.gateway_id, t.refund_ref)
      .where(sql`${t.refund_ref} is not null`),
    index("gateway_refunds_to_check").on(t.organization_id, t.check_at).where(sql`${t.ended_at} is null`),
    tenantFk(t.refund_id, refunds),
    tenantFk(t.gateway_id, paymentGateways),
    check("gateway_refunds_ended", sql`(${t.ended_at} is not null) = (${t.status} <> 'pending')`),
    check("gateway_refunds_checked", sql`${t.ended_at} is not null or ${t.check_at} is not null`),
  ],
);
