import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "@/db/schema/columns";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { paymentGateways } from "./gateways";

/** The sandbox's own database: it plays a vendor, so nothing of the product refers to these rows. */
export const sandboxObjects = tenantTable(
  "sandbox_objects",
  {
    gateway_id: uuid("gateway_id").notNull(),
    kind: text("kind").notNull(),
    /** The sandbox's id of the object. */
    ref: text("ref").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    owner_ref: text("owner_ref"),
    parent_ref: text("parent_ref"),
    /** When the clock moves it on. */
    due_at: instant("due_at"),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("sandbox_objects_ref_unique").on(t.organization_id, t.gateway_id, t.kind, t.ref),
    index("sandbox_objects_by_owner").on(t.organization_id, t.gateway_id, t.kind, t.owner_ref),
    index("sandbox_objects_by_parent").on(t.organization_id, t.gateway_id, t.kind, t.parent_ref),
    index("sandbox_objects_newest").on(t.organization_id, t.kind, t.created_at, t.id),
    index("sandbox_objects_due").on(t.organization_id, t.gateway_id, t.due_at).where(sql`${t.due_at} is not null`),
    tenantFk(t.gateway_id, paymentGateways),
    // A card number, or anything as long, is never stored.
    check(
      "sandbox_objects_no_number",
      sql`${t.kind} <> 'method' or ${t.data} ->> 'last4' ~ '^[0-9A-Za-z]{1,4}$' or ${t.data} ->> 'last4' is null`,
    ),
  ],
);

/** What the sandbox reports by webhook. */
export const sandboxEvents = tenantTable(
  "sandbox_events",
  {
    gateway_id: uuid("gateway_id").notNull(),
    type: text("type").notNull(),
    subject: text("subject").notNull(),
    ref: text("ref").notNull(),
    /** When it is delivered next. Null: it was delivered, or it waits until someone delivers it. */
    due_at: instant("due_at"),
    /** Deliveries that are left. */
    deliveries: integer("deliveries").notNull(),
    tries: integer("tries").notNull().default(0),
    delivered_at: instant("delivered_at"),
    created_at: createdAt(),
  },
  (t) => [
    index("sandbox_events_due").on(t.organization_id, t.gateway_id, t.due_at).where(sql`${t.due_at} is not null`),
    index("sandbox_events_waiting").on(t.organization_id, t.created_at).where(sql`${t.deliveries} > 0`),
    tenantFk(t.gateway_id, paymentGateways),
    check("sandbox_events_deliveries", sql`${t.deliveries} >= 0 and ${t.tries} >= 0`),
    check("sandbox_events_done", sql`${t.deliveries} > 0 or ${t.due_at} is null`),
  ],
);
