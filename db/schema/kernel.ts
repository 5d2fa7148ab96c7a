import { sql } from "drizzle-orm";
import { index, integer, json, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { applicationRole, createdAt, currentOrganization, id, instant } from "./columns";
import { organizationId, tenantTable, tenantTableWithoutId } from "./tenant-table";

/** Append-only: the application's role has only INSERT and SELECT (0002_grants.sql). */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    organization_id: organizationId(),
    at: instant("at").notNull(),
    actor_type: text("actor_type", { enum: ["user", "api_key", "device", "system"] }).notNull(),
    actor_id: uuid("actor_id"),
    actor_name: text("actor_name").notNull(),
    action: text("action").notNull(),
    target_type: text("target_type").notNull(),
    target_id: uuid("target_id"),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    reason: text("reason"),
    ip: text("ip"),
    request_id: text("request_id"),
  },
  (t) => [
    unique("audit_entries_organization_id_unique").on(t.organization_id, t.id),
    index("audit_entries_by_time").on(t.organization_id, t.at, t.id),
    index("audit_entries_by_target").on(t.organization_id, t.target_id, t.at),
    pgPolicy("audit_entries_read", {
      for: "select",
      to: applicationRole,
      using: sql`${t.organization_id} = ${currentOrganization}`,
    }),
    pgPolicy("audit_entries_write", {
      for: "insert",
      to: applicationRole,
      withCheck: sql`${t.organization_id} = ${currentOrganization}`,
    }),
  ],
).enableRLS();

export const outboxEvents = tenantTable(
  "outbox_events",
  {
    name: text("name").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    created_at: createdAt(),
    sent_at: instant("sent_at"),
  },
  (t) => [index("outbox_events_waiting").on(t.organization_id, t.created_at).where(sql`${t.sent_at} is null`)],
);

/** R3: the first response to a key is replayed for one day. */
export const idempotencyKeys = tenantTableWithoutId(
  "idempotency_keys",
  {
    actor_id: uuid("actor_id").notNull(),
    key: text("key").notNull(),
    operation: text("operation").notNull(),
    request_hash: text("request_hash").notNull(),
    status: integer("status"),
    /** json, not jsonb: a replayed response must have the same bytes. */
    response: json("response"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.actor_id, t.key] }),
    index("idempotency_keys_created").on(t.organization_id, t.created_at),
  ],
);
