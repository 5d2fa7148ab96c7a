import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, numeric, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { companies } from "@/db/schema/billing/legal-entities";
import { calendarDay, createdAt, instant, plainText, version } from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { members } from "@/db/schema/members/members";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { channels } from "@/lib/values/delivery";
import {
  bulkStates,
  type LoggedKind,
  languages,
  messageCategories,
  messageReasons,
  messageStates,
} from "@/lib/values/notifications";

export const bulkMessages = tenantTable(
  "bulk_messages",
  {
    name: text("name").notNull(),
    /** Set to null when the segment is deleted (0003_constraints.sql). */
    segment_id: uuid("segment_id"),
    /** A snapshot of the filters at creation. Later changes of the segment have no effect. */
    filters: jsonb("filters").$type<Record<string, unknown>>().notNull(),
    /** A3: the locations that its author could access; null: all locations. */
    location_ids: uuid("location_ids").array(),
    category: text("category", { enum: messageCategories }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    content_sid: text("content_sid"),
    state: text("state", { enum: bulkStates }).notNull(),
    failure: text("failure"),
    scheduled_at: instant("scheduled_at"),
    /** The position up to which recipients were queued. Work resumes here after a crash. */
    prepared_after: uuid("prepared_after"),
    recipients: integer("recipients").notNull().default(0),
    created_by: uuid("created_by").references(() => users.id),
    created_at: createdAt(),
    started_at: instant("started_at"),
    finished_at: instant("finished_at"),
    version: version(),
  },
  (t) => [index("bulk_messages_by_time").on(t.organization_id, t.created_at, t.id)],
);

/** The message log and the send queue: scheduled, sent and unsent messages. */
export const messages = tenantTable(
  "messages",
  {
    member_id: uuid("member_id"),
    /** J2: a company that pays. Its messages belong to the location that wrote to it (A3). */
    company_id: uuid("company_id"),
    location_id: uuid("location_id"),
    bulk_id: uuid("bulk_id"),
    kind: text("kind").$type<LoggedKind>().notNull(),
    category: text("category", { enum: messageCategories }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    /** P1: the event, such as a membership and its last day. Unique with recipient and channel. */
    event_key: text("event_key").notNull(),
    recipient_key: text("recipient_key").notNull(),
    /** P13: the membership, freeze or document and the day that the text refers to. Checked again before sending. */
    about_id: uuid("about_id"),
    about_on: calendarDay("about_on"),
    /** An address or a number; for push the device ids. Empty if the member has none. */
    to_address: plainText("to_address").notNull(),
    to_name: text("to_name").notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    link: text("link"),
    content: jsonb("content").$type<{ sid: string; variables: Record<string, string> }>(),
    media_urls: text("media_urls").array().notNull().default([]),
    state: text("state", { enum: messageStates }).notNull(),
    reason: text("reason", { enum: messageReasons }),
    /** The values of the variables at creation. Used to render the text again for another channel or after a missing value. */
    variables: jsonb("variables").$type<Record<string, string>>().notNull().default({}),
    /** The vendor's response, rephrased for users, or the names of missing variables. */
    detail: text("detail"),
    send_after: instant("send_after").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** The first attempt of the current series. Retries end one day after it. */
    tried_since: instant("tried_since"),
    /** The lease of the sending process. Until then it may still be calling the vendor. */
    claimed_until: instant("claimed_until"),
    /** The idempotency key of the vendor call. A batch is repeated only as the same call. */
    batch_id: uuid("batch_id"),
    vendor: text("vendor"),
    provider_message_id: text("provider_message_id"),
    cost_amount: numeric("cost_amount", { precision: 12, scale: 6 }),
    cost_currency: text("cost_currency"),
    /** P12: channels that remain to be tried if this one fails permanently. */
    other_channels: text("other_channels", { enum: channels }).array().notNull().default([]),
    created_by: uuid("created_by"),
    created_at: createdAt(),
    sent_at: instant("sent_at"),
    delivered_at: instant("delivered_at"),
    ended_at: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("messages_once").on(t.organization_id, t.event_key, t.recipient_key, t.channel),
    index("messages_by_time").on(t.organization_id, t.created_at, t.id),
    index("messages_by_state").on(t.organization_id, t.state, t.created_at, t.id),
    index("messages_by_kind").on(t.organization_id, t.kind, t.created_at, t.id),
    index("messages_by_address").on(t.organization_id, t.to_address),
    index("messages_by_member").on(t.organization_id, t.member_id, t.created_at, t.id),
    index("messages_by_company")
      .on(t.organization_id, t.company_id, t.created_at, t.id)
      .where(sql`${t.company_id} is not null`),
    index("messages_by_subject").on(t.organization_id, t.about_id, t.created_at).where(sql`${t.about_id} is not null`),
    index("messages_by_channel").on(t.organization_id, t.channel, t.created_at, t.id),
    index("messages_by_category").on(t.organization_id, t.category, t.created_at, t.id),
    index("messages_by_bulk").on(t.organization_id, t.bulk_id, t.created_at, t.id).where(sql`${t.bulk_id} is not null`),
    index("messages_by_bulk_state")
      .on(t.organization_id, t.bulk_id, t.state, t.created_at, t.id)
      .where(sql`${t.bulk_id} is not null`),
    index("messages_kept")
      .on(t.organization_id, t.created_at, t.id)
      .where(sql`${t.vendor} = 'local' and ${t.sent_at} is not null`),
    index("messages_by_provider_id")
      .on(t.organization_id, t.provider_message_id)
      .where(sql`${t.provider_message_id} is not null`),
    index("messages_waiting")
      .on(t.organization_id, t.channel, t.send_after, t.id)
      .where(sql`${t.state} in ('queued', 'sending')`),
    tenantFk(t.member_id, members),
    tenantFk(t.company_id, companies),
    tenantFk(t.location_id, locations),
    tenantFk(t.bulk_id, bulkMessages),
    check("messages_recipient", sql`${t.member_id} is null or ${t.company_id} is null`),
    check("messages_location", sql`(${t.company_id} is null) = (${t.location_id} is null)`),
    check("messages_sent", sql`${t.state} not in ('sent', 'delivered') or ${t.sent_at} is not null`),
    check(
      "messages_reason",
      sql`${t.state} not in ('held', 'suppressed', 'failed', 'unknown') or ${t.reason} is not null`,
    ),
  ],
);

/** K1 for messages: each event of a vendor counts once, in any order. */
export const messageReports = tenantTableWithoutId(
  "message_reports",
  {
    vendor: text("vendor").notNull(),
    event_id: text("event_id").notNull(),
    received_at: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.vendor, t.event_id] }),
    index("message_reports_received").on(t.organization_id, t.received_at),
  ],
);
