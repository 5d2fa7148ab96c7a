import { sql } from "drizzle-orm";
import { boolean, check, index, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDay, createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { noticeKinds, scheduleNames, scheduleRunStates } from "@/lib/values/notifications";

/** In-app notices for staff members. Each notice is written once per recipient. */
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

/** When a schedule runs in an organization, in the local time of each location. Only deviations from the defaults are stored. */
export const scheduleSettings = tenantTableWithoutId(
  "schedule_settings",
  {
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    is_on: boolean("is_on").notNull(),
    local_time: text("local_time").notNull(),
    weekday: integer("weekday"),
    /** The day since which the schedule is on, or on this weekday. Missed days before it are not run. */
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

/** R9: the result of a schedule at a location for a local day. The first attempt of a day is unique, even with concurrent ticks. */
export const scheduleRuns = tenantTable(
  "schedule_runs",
  {
    location_id: uuid("location_id").notNull(),
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    run_on: calendarDay("run_on").notNull(),
    /** 0: the scheduled run. Each rerun of the day increments it. */
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
