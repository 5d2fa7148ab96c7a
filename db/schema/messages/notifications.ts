import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { members } from "@/db/schema/members/members";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { channels } from "@/lib/values/delivery";
import {
  blockReasons,
  consentSources,
  languages,
  type MessageKind,
  messageCategories,
} from "@/lib/values/notifications";

/** The message provider of a channel. Credentials are encrypted with AES-256-GCM under ENCRYPTION_KEY and never returned. */
export const messageProviders = tenantTableWithoutId(
  "message_providers",
  {
    channel: text("channel", { enum: channels }).notNull(),
    vendor: text("vendor").notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    credentials_ciphertext: text("credentials_ciphertext"),
    /** The time since which the vendor has rejected the credentials. Messages wait until they are valid. */
    failing_since: instant("failing_since"),
    failure: text("failure"),
    updated_by: uuid("updated_by"),
    version: version(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.channel] }),
    check("message_providers_failure", sql`(${t.failing_since} is null) = (${t.failure} is null)`),
  ],
);

/** The kinds of messages that an organization sends, and their channels. Only deviations from the defaults are stored. */
export const messageRules = tenantTableWithoutId(
  "message_rules",
  {
    kind: text("kind").$type<MessageKind>().notNull(),
    is_on: boolean("is_on").notNull(),
    channels: text("channels", { enum: channels }).array().notNull(),
    version: version(),
    updated_at: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.organization_id, t.kind] })],
);

/** Custom templates that replace the defaults. */
export const messageTemplates = tenantTableWithoutId(
  "message_templates",
  {
    kind: text("kind").$type<MessageKind>().notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    /** Twilio's ContentSid for WhatsApp messages outside of the 24-hour reply window. */
    content_sid: text("content_sid"),
    updated_by: uuid("updated_by"),
    version: version(),
    updated_at: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.organization_id, t.kind, t.channel, t.language] })],
);

/** A member's choice for a channel and category. Without a row, the category's default applies. */
export const messagePreferences = tenantTableWithoutId(
  "message_preferences",
  {
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
    tenantFk(t.member_id, members).onDelete("cascade"),
    // P5: transactional messages cannot be turned off.
    check("message_preferences_category", sql`${t.category} <> 'transactional' or ${t.is_allowed}`),
  ],
);

/** P4, P9: blocked addresses. STOP applies to the number, for all members who have it. */
export const blockedAddresses = tenantTable(
  "blocked_addresses",
  {
    channel: text("channel", { enum: channels }).notNull(),
    address: text("address").notNull(),
    reason: text("reason", { enum: blockReasons }).notNull(),
    detail: text("detail"),
    blocked_at: instant("blocked_at").notNull(),
    lifted_at: instant("lifted_at"),
  },
  (t) => [
    uniqueIndex("blocked_addresses_one").on(t.organization_id, t.channel, t.address).where(sql`${t.lifted_at} is null`),
    check("blocked_addresses_order", sql`${t.lifted_at} >= ${t.blocked_at}`),
  ],
);

/** Browsers and phones that receive push messages. */
export const devices = tenantTable(
  "devices",
  {
    member_id: uuid("member_id").notNull(),
    kind: text("kind", { enum: ["web", "ios", "android"] }).notNull(),
    token: text("token").notNull(),
    token_hash: text("token_hash").notNull(),
    label: text("label").notNull(),
    created_at: createdAt(),
    seen_at: instant("seen_at").notNull(),
  },
  (t) => [
    uniqueIndex("devices_token_unique").on(t.organization_id, t.token_hash),
    index("devices_by_member").on(t.organization_id, t.member_id),
    tenantFk(t.member_id, members).onDelete("cascade"),
  ],
);
