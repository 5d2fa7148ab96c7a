import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, minorUnits } from "@/db/schema/columns";
import { paymentGateways } from "@/db/schema/gateways/gateways";
import { members } from "@/db/schema/members/members";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { creditSources, floatSources, paymentMethods, tillMovementKinds } from "@/lib/values/billing";
import type { Buyer, Seller } from "@/lib/values/invoice-snapshot";
import { companies } from "./legal-entities";

/** The cash drawer of a location from its opening with a float to its count. At most one is open. */
export const tillSessions = tenantTable(
  "till_sessions",
  {
    location_id: uuid("location_id").notNull(),
    currency: text("currency").notNull(),
    /** Counts the reports of the location without a gap; set when the till is closed. */
    report_number: integer("report_number"),
    float_minor: minorUnits("float_minor").notNull(),
    /** The float less what the session before left in the drawer, and where that came from or went. */
    float_change_minor: minorUnits("float_change_minor").notNull().default(0),
    float_source: text("float_source", { enum: floatSources }),
    opened_at: instant("opened_at").notNull(),
    opened_by: uuid("opened_by"),
    closed_at: instant("closed_at"),
    closed_by: uuid("closed_by"),
    /** How many of each note and coin were counted, by their value in minor units. */
    counted: jsonb("counted").$type<Record<string, number>>(),
    counted_minor: minorUnits("counted_minor"),
    expected_minor: minorUnits("expected_minor"),
    difference_reason: text("difference_reason"),
    /** What stays in the drawer for the next session. */
    left_minor: minorUnits("left_minor"),
  },
  (t) => [
    uniqueIndex("till_sessions_open_unique").on(t.organization_id, t.location_id).where(sql`${t.closed_at} is null`),
    unique("till_sessions_report_unique").on(t.organization_id, t.location_id, t.report_number),
    index("till_sessions_by_opening").on(t.organization_id, t.location_id, t.opened_at),
    tenantFk(t.location_id, locations),
    check("till_sessions_float", sql`${t.float_change_minor} = 0 or ${t.float_source} is not null`),
    check("till_sessions_amounts", sql`${t.float_minor} >= 0 and ${t.counted_minor} >= 0 and ${t.left_minor} >= 0`),
    check(
      "till_sessions_closed",
      sql`num_nulls(${t.closed_at}, ${t.counted_minor}, ${t.expected_minor}, ${t.report_number}, ${t.left_minor}) in (0, 5)`,
    ),
    check(
      "till_sessions_difference",
      sql`${t.counted_minor} = ${t.expected_minor} or ${t.difference_reason} is not null`,
    ),
  ],
);

/** Money that came in. What no invoice needs becomes account credit (K18). */
export const payments = tenantTable(
  "payments",
  {
    location_id: uuid("location_id").notNull(),
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    method: text("method", { enum: paymentMethods }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    received_on: calendarDay("received_on").notNull(),
    received_at: instant("received_at").notNull(),
    /** The number of a cheque, transfer or terminal receipt. */
    reference: text("reference"),
    note: text("note"),
    /** The cash that the payer gave. */
    handed_over_minor: minorUnits("handed_over_minor"),
    till_session_id: uuid("till_session_id"),
    /** Through which it came, with the gateway's id of the money. Null: staff recorded it by hand. */
    gateway_id: uuid("gateway_id"),
    charge_ref: text("charge_ref"),
    /** K13: kept by the refunds. */
    refunded_minor: minorUnits("refunded_minor").notNull().default(0),
    reversed_at: instant("reversed_at"),
    reversal_reason: text("reversal_reason"),
    /** L6: what the receipt prints, as it was on that day. */
    seller: jsonb("seller").$type<Seller>(),
    buyer: jsonb("buyer").$type<Buyer>(),
    recorded_by: uuid("recorded_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("payments_newest").on(t.organization_id, t.created_at, t.id),
    index("payments_by_member").on(t.organization_id, t.payer_member_id, t.created_at),
    index("payments_by_company").on(t.organization_id, t.payer_company_id, t.created_at),
    index("payments_by_day").on(t.organization_id, t.received_on, t.location_id, t.currency, t.amount_minor),
    // Covers what the dashboard sums, for an index-only scan.
    index("payments_collected")
      .on(t.organization_id, t.received_on, t.location_id, t.currency, t.amount_minor)
      .where(sql`${t.reversed_at} is null`),
    // What gateways collected, for the rate of disputes.
    index("payments_by_gateway_day")
      .on(t.organization_id, t.received_on, t.location_id, t.currency)
      .where(sql`${t.gateway_id} is not null`),
    index("payments_by_till").on(t.organization_id, t.till_session_id),
    tenantFk(t.location_id, locations),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.till_session_id, tillSessions),
    tenantFk(t.gateway_id, paymentGateways),
    // The money of a charge is recorded once: the answer, an event and the sweep may all report it.
    unique("payments_charge_unique").on(t.organization_id, t.gateway_id, t.charge_ref),
    check(
      "payments_gateway",
      sql`num_nulls(${t.gateway_id}, ${t.charge_ref}) in (0, 2) and (${t.gateway_id} is not null
        or ${t.method} in ('cash', 'card_terminal', 'bank_transfer', 'cheque', 'upi'))
        and (${t.gateway_id} is null or ${t.method} in ('card', 'wallet', 'bank_debit', 'upi', 'netbanking'))`,
    ),
    check("payments_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check("payments_amount", sql`${t.amount_minor} > 0`),
    check(
      "payments_handed_over",
      sql`${t.handed_over_minor} is null or (${t.method} = 'cash' and ${t.handed_over_minor} >= ${t.amount_minor})`,
    ),
    check("payments_refunded", sql`${t.refunded_minor} between 0 and ${t.amount_minor}`),
    check("payments_reversed", sql`${t.reversed_at} is null or ${t.refunded_minor} = 0`),
    check("payments_till", sql`${t.method} <> 'cash' or ${t.till_session_id} is not null`),
  ],
);

/** K19: what the gym owes a payer. The oldest is used first. */
export const accountCredits = tenantTable(
  "account_credits",
  {
    payer_member_id: uuid("payer_member_id"),
    payer_company_id: uuid("payer_company_id"),
    location_id: uuid("location_id").notNull(),
    source: text("source", { enum: creditSources }).notNull(),
    payment_id: uuid("payment_id"),
    /** The credit note that granted it, without a foreign key: the tables refer to each other. */
    credit_note_id: uuid("credit_note_id"),
    amount_minor: minorUnits("amount_minor").notNull(),
    /** Kept by settlements and refunds. */
    remaining_minor: minorUnits("remaining_minor").notNull(),
    currency: text("currency").notNull(),
    granted_on: calendarDay("granted_on").notNull(),
    reason: text("reason"),
    /** The last day on which goodwill can be used; null: it does not expire. */
    expires_on: calendarDay("expires_on"),
    /** What was left after that day. It was booked back. */
    lapsed_minor: minorUnits("lapsed_minor").notNull().default(0),
    /** K17: what a dispute has taken of it. */
    disputed_minor: minorUnits("disputed_minor").notNull().default(0),
    /** X9: taken back with the import that granted it. */
    withdrawn_at: instant("withdrawn_at"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("account_credits_remaining")
      .on(t.organization_id, t.payer_member_id, t.currency, t.created_at)
      .where(sql`${t.remaining_minor} > 0`),
    index("account_credits_by_member").on(t.organization_id, t.payer_member_id, t.created_at),
    index("account_credits_by_company").on(t.organization_id, t.payer_company_id, t.created_at),
    index("account_credits_by_payment").on(t.organization_id, t.payment_id),
    uniqueIndex("account_credits_credit_note_unique")
      .on(t.organization_id, t.credit_note_id)
      .where(sql`${t.credit_note_id} is not null`),
    tenantFk(t.payer_member_id, members),
    tenantFk(t.payer_company_id, companies),
    tenantFk(t.location_id, locations),
    tenantFk(t.payment_id, payments),
    check("account_credits_payer", sql`num_nonnulls(${t.payer_member_id}, ${t.payer_company_id}) = 1`),
    check(
      "account_credits_remaining",
      sql`${t.amount_minor} > 0 and ${t.remaining_minor} between 0 and ${t.amount_minor}`,
    ),
    index("account_credits_expiring")
      .on(t.organization_id, t.location_id, t.expires_on)
      .where(sql`${t.expires_on} is not null and ${t.remaining_minor} > 0`),
    check(
      "account_credits_expiry",
      sql`${t.expires_on} is null or (${t.source} = 'goodwill' and ${t.expires_on} >= ${t.granted_on})`,
    ),
    check(
      "account_credits_lapsed",
      sql`${t.lapsed_minor} >= 0 and (${t.lapsed_minor} = 0 or ${t.expires_on} is not null)`,
    ),
    check("account_credits_disputed", sql`${t.disputed_minor} between 0 and ${t.amount_minor}`),
    check("account_credits_withdrawn", sql`${t.withdrawn_at} is null or ${t.remaining_minor} = 0`),
  ],
);

/** K13, K16: money that went back, out of a payment or of account credit. */
export const refunds = tenantTable(
  "refunds",
  {
    payment_id: uuid("payment_id").notNull(),
    credit_id: uuid("credit_id").notNull(),
    location_id: uuid("location_id").notNull(),
    method: text("method", { enum: paymentMethods }).notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    refunded_on: calendarDay("refunded_on").notNull(),
    till_session_id: uuid("till_session_id"),
    reason: text("reason").notNull(),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("refunds_by_payment").on(t.organization_id, t.payment_id),
    index("refunds_by_credit").on(t.organization_id, t.credit_id),
    index("refunds_by_day").on(t.organization_id, t.refunded_on, t.location_id, t.currency, t.amount_minor),
    index("refunds_by_till").on(t.organization_id, t.till_session_id),
    tenantFk(t.payment_id, payments),
    tenantFk(t.credit_id, accountCredits),
    tenantFk(t.location_id, locations),
    tenantFk(t.till_session_id, tillSessions),
    check("refunds_amount", sql`${t.amount_minor} > 0`),
    check("refunds_till", sql`${t.method} <> 'cash' or ${t.till_session_id} is not null`),
  ],
);

/** Every change of the cash in a drawer. The expected cash of a session is its float and the sum of these. */
export const tillMovements = tenantTable(
  "till_movements",
  {
    till_session_id: uuid("till_session_id").notNull(),
    kind: text("kind", { enum: tillMovementKinds }).notNull(),
    /** Positive into the drawer. */
    amount_minor: minorUnits("amount_minor").notNull(),
    payment_id: uuid("payment_id"),
    refund_id: uuid("refund_id"),
    reason: text("reason"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("till_movements_by_session").on(t.organization_id, t.till_session_id, t.created_at),
    index("till_movements_by_payment").on(t.organization_id, t.payment_id),
    index("till_movements_by_refund").on(t.organization_id, t.refund_id),
    tenantFk(t.till_session_id, tillSessions),
    tenantFk(t.payment_id, payments),
    tenantFk(t.refund_id, refunds),
    check("till_movements_amount", sql`${t.amount_minor} <> 0`),
    check("till_movements_reason", sql`${t.kind} not in ('paid_in', 'paid_out') or ${t.reason} is not null`),
  ],
);

/** Cash that was brought from the safe to the bank. */
export const bankDeposits = tenantTable(
  "bank_deposits",
  {
    location_id: uuid("location_id").notNull(),
    amount_minor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    deposited_on: calendarDay("deposited_on").notNull(),
    /** The number of the bank's slip. */
    reference: text("reference"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    index("bank_deposits_by_location").on(t.organization_id, t.location_id, t.created_at, t.id),
    tenantFk(t.location_id, locations),
    check("bank_deposits_amount", sql`${t.amount_minor} > 0`),
  ],
);
