import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantPolicy, updatedAt } from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { locations, organizations } from "@/db/schema/organization/organizations";
import { noticeKinds, scheduleNames, scheduleRunStates } from "@/lib/values/notifications";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);

/** The bell: what somebody of the team should know, once each. */
export const staffNotices = pgTable(
  "staff_notices",
  {
    id: id(),
    organization_id: organizationId(),
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
    unique("staff_notices_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("staff_notices_once").on(t.organization_id, t.user_id, t.event_key),
    index("staff_notices_by_user").on(t.organization_id, t.user_id, t.created_at, t.id),
    index("staff_notices_unread").on(t.organization_id, t.user_id).where(sql`${t.read_at} is null`),
    tenantPolicy("staff_notices", t.organization_id),
  ],
).enableRLS();

/** When a schedule runs in an organization, in each location's own time. Only what differs from the defaults is stored. */
export const scheduleSettings = pgTable(
  "schedule_settings",
  {
    organization_id: organizationId(),
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    is_on: boolean("is_on").notNull(),
    local_time: text("local_time").notNull(),
    weekday: integer("weekday"),
    /** Days before it are not made up for: since when it is on, or on this weekday. */
    effective_at: instant("effective_at"),
    version: integer("version").notNull().default(1),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.schedule] }),
    check("schedule_settings_time", sql`${t.local_time} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check("schedule_settings_weekday", sql`${t.weekday} between 1 and 7`),
    tenantPolicy("schedule_settings", t.organization_id),
  ],
).enableRLS();

/** R9: what a schedule did at a location for one of its days. The first try of a day is unique, whoever's tick began it. */
export const scheduleRuns = pgTable(
  "schedule_runs",
  {
    id: id(),
    organization_id: organizationId(),
    location_id: uuid("location_id").notNull(),
    schedule: text("schedule", { enum: scheduleNames }).notNull(),
    run_on: date("run_on", { mode: "string" }).notNull(),
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
    unique("schedule_runs_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("schedule_runs_once").on(t.organization_id, t.location_id, t.schedule, t.run_on, t.repetition),
    index("schedule_runs_by_time").on(t.organization_id, t.started_at, t.id),
    foreignKey({
      name: "schedule_runs_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    check("schedule_runs_finished", sql`(${t.state} = 'running') = (${t.finished_at} is null)`),
    tenantPolicy("schedule_runs", t.organization_id),
  ],
).enableRLS();
