import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { invoices } from "@/db/schema/billing/invoices";
import { calendarDay, createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { paymentAttempts } from "@/db/schema/gateways/attempts";
import { memberships } from "@/db/schema/memberships/memberships";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import {
  dunningEndReasons,
  dunningStatuses,
  dunningStepKinds,
  dunningStopReasons,
  nextTrySources,
} from "@/lib/values/dunning";
import { declineCodes } from "@/lib/values/gateways";

/** The collection of one invoice whose payment failed, until the invoice is settled. A trigger of the invoice ends it (K6). */
export const dunningCases = tenantTable(
  "dunning_cases",
  {
    invoice_id: uuid("invoice_id").notNull(),
    status: text("status", { enum: dunningStatuses }).notNull(),
    /** The days of the schedule count from here, in the time zone of the location. */
    first_failed_on: calendarDay("first_failed_on").notNull(),
    /** The tries of the schedule that failed, the first one included. */
    tries: integer("tries").notNull(),
    /** Null while a try is under way, while it waits in line, and where there is none. */
    next_try_at: instant("next_try_at"),
    next_try_source: text("next_try_source", { enum: nextTrySources }),
    /** K4: a new method pays an older invoice of the payer first. */
    in_line_since: instant("in_line_since"),
    /** The latest attempt that counts for the schedule, failed or under way. */
    last_attempt_id: uuid("last_attempt_id"),
    last_decline_code: text("last_decline_code", { enum: declineCodes }),
    /** K3: the bank asked not to try the method again, and the payer has given no other one since. */
    is_method_refused: boolean("is_method_refused").notNull().default(false),
    last_failed_at: instant("last_failed_at"),
    stop_reason: text("stop_reason", { enum: dunningStopReasons }),
    paused_at: instant("paused_at"),
    paused_by: uuid("paused_by"),
    pause_reason: text("pause_reason"),
    /** Null: until staff resume it. */
    paused_until: instant("paused_until"),
    end_reason: text("end_reason", { enum: dunningEndReasons }),
    ended_at: instant("ended_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("dunning_cases_open_unique").on(t.organization_id, t.invoice_id).where(sql`${t.status} <> 'ended'`),
    index("dunning_cases_by_invoice").on(t.organization_id, t.invoice_id, t.created_at),
    index("dunning_cases_due").on(t.organization_id, t.next_try_at).where(sql`${t.status} = 'open'`),
    index("dunning_cases_running").on(t.organization_id, t.created_at, t.id).where(sql`${t.status} <> 'ended'`),
    index("dunning_cases_ended").on(t.organization_id, t.ended_at).where(sql`${t.status} = 'ended'`),
    index("dunning_cases_by_attempt").on(t.organization_id, t.last_attempt_id),
    tenantFk(t.invoice_id, invoices),
    tenantFk(t.last_attempt_id, paymentAttempts),
    check("dunning_cases_tries", sql`${t.tries} >= 0`),
    check(
      "dunning_cases_next",
      sql`(${t.next_try_at} is null) = (${t.next_try_source} is null)
        and (${t.status} = 'open' or (${t.next_try_at} is null and ${t.in_line_since} is null))
        and (${t.next_try_at} is null or ${t.in_line_since} is null)`,
    ),
    check("dunning_cases_stopped", sql`(${t.status} = 'stopped') = (${t.stop_reason} is not null)`),
    check(
      "dunning_cases_paused",
      sql`(${t.status} = 'paused') = (${t.paused_at} is not null) and (${t.status} = 'paused') = (${t.pause_reason} is not null)
        and (${t.paused_until} is null or ${t.paused_until} > ${t.paused_at})`,
    ),
    check(
      "dunning_cases_over",
      sql`(${t.status} = 'ended') = (${t.ended_at} is not null) and (${t.status} = 'ended') = (${t.end_reason} is not null)`,
    ),
  ],
);

/** What happened in a case, oldest first: the time line. Rows are never changed. */
export const dunningSteps = tenantTable(
  "dunning_steps",
  {
    case_id: uuid("case_id").notNull(),
    kind: text("kind", { enum: dunningStepKinds }).notNull(),
    at: instant("at").notNull(),
    /** Of a refused try. */
    attempt_id: uuid("attempt_id"),
    decline_code: text("decline_code", { enum: declineCodes }),
    /** Whether the try was one of the schedule. */
    counts: boolean("counts"),
    /** What follows from it. */
    next_try_at: instant("next_try_at"),
    stop_reason: text("stop_reason", { enum: dunningStopReasons }),
    until: instant("until"),
    note: text("note"),
    membership_id: uuid("membership_id"),
    created_by: uuid("created_by"),
  },
  (t) => [
    uniqueIndex("dunning_steps_attempt_unique")
      .on(t.organization_id, t.attempt_id)
      .where(sql`${t.attempt_id} is not null`),
    index("dunning_steps_by_case").on(t.organization_id, t.case_id, t.at, t.id),
    index("dunning_steps_by_membership").on(t.organization_id, t.membership_id),
    tenantFk(t.case_id, dunningCases),
    tenantFk(t.attempt_id, paymentAttempts),
    tenantFk(t.membership_id, memberships),
    check("dunning_steps_refused", sql`(${t.kind} = 'refused') = (${t.attempt_id} is not null)`),
  ],
);
