import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "@/db/schema/columns";
import { organizations } from "@/db/schema/organization/organizations";

/** Tables of people and their credentials. They belong to no tenant and contain no data of a gym's business. */

export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    password_hash: text("password_hash"),
    /** Incremented by a password change, a dismissal and a sign-out everywhere. A token contains the value at its issue. */
    session_version: integer("session_version").notNull().default(1),
    is_super_admin: boolean("is_super_admin").notNull().default(false),
    email_verified_at: instant("email_verified_at"),
    disabled_at: instant("disabled_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email_unique").on(t.email),
    check("users_email_folded", sql`${t.email} = lower(${t.email})`),
  ],
);

export const sessionFamilies = pgTable(
  "session_families",
  {
    id: id(),
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organization_id: uuid("organization_id"),
    /** The ward whose pages a guardian is looking at. The relation is checked with every request. */
    acting_member_id: uuid("acting_member_id"),
    surface: text("surface", { enum: ["web", "api"] }).notNull(),
    user_agent: text("user_agent"),
    created_at: createdAt(),
    revoked_at: instant("revoked_at"),
    revoked_reason: text("revoked_reason"),
  },
  (t) => [
    index("session_families_user").on(t.user_id),
    foreignKey({
      name: "session_families_organization_fk",
      columns: [t.organization_id],
      foreignColumns: [organizations.id],
    }),
  ],
);

export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: id(),
    family_id: uuid("family_id")
      .notNull()
      .references(() => sessionFamilies.id, { onDelete: "cascade" }),
    token_hash: text("token_hash").notNull(),
    session_version: integer("session_version").notNull(),
    expires_at: instant("expires_at").notNull(),
    used_at: instant("used_at"),
    successor_id: uuid("successor_id"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("refresh_tokens_hash_unique").on(t.token_hash),
    index("refresh_tokens_family").on(t.family_id),
    index("refresh_tokens_expires").on(t.expires_at),
  ],
);

/** Pending sign-ups. The organization and the account are created once the person has proven access to the mailbox. */
export type PendingSignUp = {
  name: string;
  password_hash: string;
  organization: {
    name: string;
    slug: string | null;
    currency: string;
    time_zone: string;
    locale: string;
    location_name: string;
  };
};

export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    id: id(),
    purpose: text("purpose", { enum: ["verify_email", "reset_password", "sign_in"] }).notNull(),
    email: text("email").notNull(),
    /** Null during sign-up, and in a sign-in link for a member without an account. */
    user_id: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    sign_up: jsonb("sign_up").$type<PendingSignUp>(),
    token_hash: text("token_hash").notNull(),
    expires_at: instant("expires_at").notNull(),
    used_at: instant("used_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("one_time_tokens_hash_unique").on(t.token_hash),
    index("one_time_tokens_user").on(t.user_id, t.purpose),
    index("one_time_tokens_email").on(t.email, t.purpose),
    index("one_time_tokens_expires").on(t.expires_at),
    check(
      "one_time_tokens_shape",
      sql`case ${t.purpose} when 'verify_email' then ${t.sign_up} is not null when 'reset_password' then ${t.user_id} is not null else true end`,
    ),
  ],
);

export const identityEvents = pgTable(
  "identity_events",
  {
    id: id(),
    at: instant("at").notNull(),
    user_id: uuid("user_id"),
    action: text("action").notNull(),
    ip: text("ip"),
    user_agent: text("user_agent"),
    details: jsonb("details").$type<Record<string, unknown>>(),
  },
  (t) => [index("identity_events_user").on(t.user_id, t.at)],
);

/** R3 for requests of a person outside of any organization, such as creating one. */
export const personIdempotencyKeys = pgTable(
  "person_idempotency_keys",
  {
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    operation: text("operation").notNull(),
    request_hash: text("request_hash").notNull(),
    status: integer("status"),
    /** json, not jsonb: a replayed response must have the same bytes. */
    response: json("response"),
    created_at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.key] }), index("person_idempotency_keys_created").on(t.created_at)],
);

/** Account e-mails: those that wait for the installation's mail vendor, and those that are stored because there is none. */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    id: id(),
    to_email: text("to_email").notNull(),
    subject: text("subject").notNull(),
    /** Contains links that give access to accounts, so it is cleared once a vendor has accepted the e-mail. */
    text_body: text("text_body").notNull(),
    language: text("language").notNull().default("en"),
    /** The label of the button for the address that stands alone in a paragraph of the text. */
    button_label: text("button_label"),
    /** The gym in whose name and colour the mail is sent; null: the product's. */
    brand: jsonb("brand").$type<{ name: string; colour: string; logo_url: string | null }>(),
    state: text("state", { enum: ["queued", "sending", "sent", "failed", "unknown"] })
      .notNull()
      .default("sent"),
    vendor: text("vendor").default("local"),
    detail: text("detail"),
    attempts: integer("attempts").notNull().default(0),
    send_after: instant("send_after").notNull().default(sql`now()`),
    claimed_until: instant("claimed_until"),
    provider_message_id: text("provider_message_id"),
    sent_at: instant("sent_at"),
    created_at: createdAt(),
  },
  (t) => [
    index("outbox_mails_created").on(t.created_at),
    index("outbox_mails_waiting").on(t.send_after).where(sql`${t.state} in ('queued', 'sending')`),
  ],
);

/** The table layout is defined by rate-limiter-flexible's PostgreSQL store. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});
