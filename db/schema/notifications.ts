import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channels } from "@/lib/values/delivery";
import {
  blockReasons,
  bulkStates,
  consentSources,
  type LoggedKind,
  languages,
  type MessageKind,
  messageCategories,
  messageReasons,
  messageStates,
} from "@/lib/values/notifications";
import { createdAt, id, instant, tenantPolicy, updatedAt } from "./columns";
import { users } from "./identity";
import { members } from "./members";
import { organizations } from "./organizations";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);

/** Who carries an organization's messages on a channel. Credentials are AES-256-GCM under ENCRYPTION_KEY and never read back out. */
export const messageProviders = pgTable(
  "message_providers",
  {
    organization_id: organizationId(),
    channel: text("channel", { enum: channels }).notNull(),
    vendor: text("vendor").notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    credentials_ciphertext: text("credentials_ciphertext"),
    /** Since when the vendor refuses the credentials; messages wait meanwhile. */
    failing_since: instant("failing_since"),
    failure: text("failure"),
    updated_by: uuid("updated_by"),
    version: integer("version").notNull().default(1),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.channel] }),
    check("message_providers_failure", sql`(${t.failing_since} is null) = (${t.failure} is null)`),
    tenantPolicy("message_providers", t.organization_id),
  ],
).enableRLS();

/** Which kinds an organization sends, and on which channels. Only what differs from the defaults is stored. */
export const messageRules = pgTable(
  "message_rules",
  {
    organization_id: organizationId(),
    kind: text("kind").$type<MessageKind>().notNull(),
    is_on: boolean("is_on").notNull(),
    channels: text("channels", { enum: channels }).array().notNull(),
    version: integer("version").notNull().default(1),
    updated_at: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.organization_id, t.kind] }), tenantPolicy("message_rules", t.organization_id)],
).enableRLS();

/** An organization's own words in place of the default ones. */
export const messageTemplates = pgTable(
  "message_templates",
  {
    organization_id: organizationId(),
    kind: text("kind").$type<MessageKind>().notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    /** Twilio's ContentSid for WhatsApp outside of an answer's 24 hours. */
    content_sid: text("content_sid"),
    updated_by: uuid("updated_by"),
    version: integer("version").notNull().default(1),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.kind, t.channel, t.language] }),
    tenantPolicy("message_templates", t.organization_id),
  ],
).enableRLS();

export const bulkMessages = pgTable(
  "bulk_messages",
  {
    id: id(),
    organization_id: organizationId(),
    name: text("name").notNull(),
    /** Empties itself when the segment is deleted (see the guards migration). */
    segment_id: uuid("segment_id"),
    /** The filters as they stood when it was made; a segment that changes later changes nothing here. */
    filters: jsonb("filters").$type<Record<string, unknown>>().notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    content_sid: text("content_sid"),
    state: text("state", { enum: bulkStates }).notNull(),
    failure: text("failure"),
    scheduled_at: instant("scheduled_at"),
    /** How far the recipients were written down; a crash goes on from here. */
    prepared_after: uuid("prepared_after"),
    recipients: integer("recipients").notNull().default(0),
    created_by: uuid("created_by").references(() => users.id),
    created_at: createdAt(),
    started_at: instant("started_at"),
    finished_at: instant("finished_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    unique("bulk_messages_organization_id_unique").on(t.organization_id, t.id),
    index("bulk_messages_by_time").on(t.organization_id, t.created_at, t.id),
    tenantPolicy("bulk_messages", t.organization_id),
  ],
).enableRLS();

/** Everything that was, will be or was not sent to anybody: the log and the queue in one. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    organization_id: organizationId(),
    member_id: uuid("member_id"),
    bulk_id: uuid("bulk_id"),
    kind: text("kind").$type<LoggedKind>().notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    /** P1: what it tells of, such as a membership and its last day; with recipient and channel it goes out once. */
    event_key: text("event_key").notNull(),
    recipient_key: text("recipient_key").notNull(),
    /** An address, a number or a device's id; empty where the member has none. */
    to_address: text("to_address").notNull(),
    to_name: text("to_name").notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    link: text("link"),
    content: jsonb("content").$type<{ sid: string; variables: Record<string, string> }>(),
    media_urls: text("media_urls").array().notNull().default([]),
    state: text("state", { enum: messageStates }).notNull(),
    reason: text("reason", { enum: messageReasons }),
    /** The vendor's answer in our words, or the names that were missing. */
    detail: text("detail"),
    send_after: instant("send_after").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Until then the process that took it may still be talking to the vendor. */
    claimed_until: instant("claimed_until"),
    vendor: text("vendor"),
    provider_message_id: text("provider_message_id"),
    cost_amount: numeric("cost_amount", { precision: 12, scale: 6 }),
    cost_currency: text("cost_currency"),
    /** P12: channels still to be tried when this one fails for good. */
    other_channels: text("other_channels", { enum: channels }).array().notNull().default([]),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    sent_at: instant("sent_at"),
    delivered_at: instant("delivered_at"),
    ended_at: instant("ended_at"),
  },
  (t) => [
    unique("messages_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("messages_once").on(t.organization_id, t.event_key, t.recipient_key, t.channel),
    index("messages_by_time").on(t.organization_id, t.created_at, t.id),
    index("messages_by_member").on(t.organization_id, t.member_id, t.created_at, t.id),
    index("messages_by_bulk").on(t.organization_id, t.bulk_id, t.state, t.id).where(sql`${t.bulk_id} is not null`),
    index("messages_by_provider_id")
      .on(t.organization_id, t.provider_message_id)
      .where(sql`${t.provider_message_id} is not null`),
    index("messages_waiting").on(t.organization_id, t.send_after, t.id).where(sql`${t.state} in ('queued', 'sending')`),
    foreignKey({
      name: "messages_member_fk",
      columns: [t.organization_id, t.member_id],
      foreignColumns: [members.organization_id, members.id],
    }),
    foreignKey({
      name: "messages_bulk_fk",
      columns: [t.organization_id, t.bulk_id],
      foreignColumns: [bulkMessages.organization_id, bulkMessages.id],
    }),
    check("messages_sent", sql`${t.state} not in ('sent', 'delivered') or ${t.sent_at} is not null`),
    check(
      "messages_reason",
      sql`${t.state} not in ('held', 'suppressed', 'failed', 'unknown') or ${t.reason} is not null`,
    ),
    tenantPolicy("messages", t.organization_id),
  ],
).enableRLS();

/** A member's own choice for a channel and category; where there is no row, the category's default holds. */
export const messagePreferences = pgTable(
  "message_preferences",
  {
    organization_id: organizationId(),
    member_id: uuid("member_id").notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    is_allowed: boolean("is_allowed").notNull(),
    source: text("source", { enum: consentSources }).notNull(),
    changed_by: uuid("changed_by"),
    changed_at: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.member_id, t.channel, t.category] }),
    foreignKey({
      name: "message_preferences_member_fk",
      columns: [t.organization_id, t.member_id],
      foreignColumns: [members.organization_id, members.id],
    }).onDelete("cascade"),
    // P5: a receipt or a password is no advertising.
    check("message_preferences_category", sql`${t.category} <> 'transactional' or ${t.is_allowed}`),
    tenantPolicy("message_preferences", t.organization_id),
  ],
).enableRLS();

/** P4, P9: addresses that must not be written to. STOP counts for the number, whoever of the members has it. */
export const blockedAddresses = pgTable(
  "blocked_addresses",
  {
    id: id(),
    organization_id: organizationId(),
    channel: text("channel", { enum: channels }).notNull(),
    address: text("address").notNull(),
    reason: text("reason", { enum: blockReasons }).notNull(),
    detail: text("detail"),
    blocked_at: instant("blocked_at").notNull(),
    lifted_at: instant("lifted_at"),
  },
  (t) => [
    unique("blocked_addresses_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("blocked_addresses_one").on(t.organization_id, t.channel, t.address).where(sql`${t.lifted_at} is null`),
    check("blocked_addresses_order", sql`${t.lifted_at} >= ${t.blocked_at}`),
    tenantPolicy("blocked_addresses", t.organization_id),
  ],
).enableRLS();

/** Browsers and phones that take push messages. */
export const devices = pgTable(
  "devices",
  {
    id: id(),
    organization_id: organizationId(),
    member_id: uuid("member_id").notNull(),
    kind: text("kind", { enum: ["web", "ios", "android"] }).notNull(),
    token: text("token").notNull(),
    token_hash: text("token_hash").notNull(),
    label: text("label").notNull(),
    created_at: createdAt(),
    seen_at: instant("seen_at").notNull(),
  },
  (t) => [
    unique("devices_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("devices_token_unique").on(t.organization_id, t.token_hash),
    index("devices_by_member").on(t.organization_id, t.member_id),
    foreignKey({
      name: "devices_member_fk",
      columns: [t.organization_id, t.member_id],
      foreignColumns: [members.organization_id, members.id],
    }).onDelete("cascade"),
    tenantPolicy("devices", t.organization_id),
  ],
).enableRLS();

/** K1's rule for messages: each of a vendor's events counts once, in whatever order it comes. */
export const messageReports = pgTable(
  "message_reports",
  {
    organization_id: organizationId(),
    vendor: text("vendor").notNull(),
    event_id: text("event_id").notNull(),
    received_at: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.vendor, t.event_id] }),
    index("message_reports_received").on(t.organization_id, t.received_at),
    tenantPolicy("message_reports", t.organization_id),
  ],
).enableRLS();
