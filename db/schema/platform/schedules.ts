import { sql } from "drizzle-orm";
import { boolean, check, index, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { noticeKinds, scheduleNames, scheduleRunStates } from "@/lib/values/notifications";

/** The bell: what somebody of the team should know, once each. */
export const staffNotices = tenantTable(
  "staff_notices",
  {
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    event_key: text("event_key").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** A path inside the organization's portal. */
    href: text("href"),
    created_at: createdAt(),
    read_at: instant("read_at"),
  },
  (t) => [
    uniqueIndex("staff_notices_once").on(t.organization_id, t.user_id, t.event_key),
    index("staff_notices_by_user").on(t.organization_id, t.user_id, t.created_at, t.id),
    index("staff_notices_unread").on(t.organization_id, t.user_id).where(sql`${t.read_at} is null`),
  ],
);

/** When a schedule runs in an organization, in each location's own time. Only what differs from the defaults is stored. */
export const scheduleSettings = tenantTableWithoutId(
  "schedule_settings",
  {
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    is_on: boolean("is_on").notNull(),
    local_time: text("local_time").notNull(),
    weekday: integer("weekday"),
    /** Days before it are not made up for: since when it is on, or on this weekday. */
    effective_at: instant("effective_at"),
    version: version(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.schedule] }),
    check("schedule_settings_time", sql`${t.local_time} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check("schedule_settings_weekday", sql`${t.weekday} between 1 and 7`),
  ],
);

/** R9: what a schedule did at a location for one of its days. The first try of a day is unique, whoever's tick began it. */
export const scheduleRuns = tenantTable(
  "schedule_runs",
  {
    location_id: uuid("location_id").notNull(),
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    run_on: calendarDay("run_on").notNull(),
    /** 0: by the clock. Whoever runs a day again counts on. */
    repetition: integer("repetition").notNull().default(0),
    state: text("state", { enum: scheduleRunStates }).notNull(),
    found: integer("found").notNull().default(0),
    acted: integer("acted").notNull().default(0),
    failure: text("failure"),
    requested_by: uuid("requested_by"),
    started_at: instant("started_at").notNull(),
    finished_at: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("schedule_runs_once").on(t.organization_id, t.location_id, t.schedule, t.run_on, t.repetition),
    index("schedule_runs_by_time").on(t.organization_id, t.started_at, t.id),
    tenantFk(t.location_id, locations),
    check("schedule_runs_finished", sql`(${t.state} = 'running') = (${t.finished_at} is null)`),
  ],
);
