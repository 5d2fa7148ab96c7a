import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applicationRole, boundExecutor, createdAt, currentOrganization, id, instant } from "./columns";

/**
 * The memory of the embedded executor (inngest/embedded). It works for all organizations and stands outside tenants. The executor
 * binds a setting of its own (inExecutor in db/tenancy.ts), as does the door of the platform's pages after it has checked that a
 * super admin asks. Without that setting an organization sees its own events, runs and steps, for its own page of jobs, and the
 * engine's remaining tables not at all; where nothing is bound there is nothing to see.
 */
const engineOnly = (table: string) =>
  pgPolicy(`${table}_engine`, {
    for: "all",
    to: applicationRole,
    using: boundExecutor,
    withCheck: boundExecutor,
  });

const engineAndOwn = (table: string, organizationId: AnyPgColumn) => [
  engineOnly(table),
  pgPolicy(`${table}_own`, {
    for: "select",
    to: applicationRole,
    using: sql`${organizationId} = ${currentOrganization}`,
  }),
];

/** One failed attempt, in words that may be shown. */
export type JobFailure = { attempt: number; at: string; name: string; message: string };

/** Its id is what makes an event the same event: sent twice, it is kept once. */
export const jobEvents = pgTable(
  "job_events",
  {
    id: text("id").primaryKey(),
    organization_id: uuid("organization_id"),
    name: text("name").notNull(),
    /** json, not jsonb, here and below: what a function said comes back to it as it was said, character by character. */
    data: json("data").$type<Record<string, unknown>>().notNull(),
    occurred_at: instant("occurred_at").notNull(),
    created_at: createdAt(),
    /** Until then nobody has looked which functions the event starts. */
    routed_at: instant("routed_at"),
    /** What a failed run threw, for the handlers that its failure starts, until they have ended. */
    thrown: json("thrown").$type<Record<string, unknown>>(),
  },
  (t) => [
    index("job_events_waiting").on(t.created_at, t.id).where(sql`${t.routed_at} is null`),
    index("job_events_received").on(t.created_at),
    index("job_events_thrown").on(t.created_at).where(sql`${t.thrown} is not null`),
    index("job_events_organization").on(t.organization_id, t.created_at),
    ...engineAndOwn("job_events", t.organization_id),
  ],
).enableRLS();

export const jobRuns = pgTable(
  "job_runs",
  {
    id: id(),
    organization_id: uuid("organization_id"),
    function_id: text("function_id").notNull(),
    function_name: text("function_name").notNull(),
    event_id: text("event_id")
      .notNull()
      .references(() => jobEvents.id),
    event_name: text("event_name").notNull(),
    /** One run for one key and function. It is the event's id, or what the function's own expression says, for a day. */
    idempotency_key: text("idempotency_key"),
    state: text("state", { enum: ["queued", "running", "completed", "failed", "cancelled"] }).notNull(),
    /** Who of them all may be at work at once: the function's limits, with their keys, as they were for this event. */
    concurrency: json("concurrency").$type<{ key: string; limit: number }[]>().notNull(),
    max_attempts: integer("max_attempts").notNull(),
    /** The step of another run that invoked this one and waits for its answer. */
    parent_run_id: uuid("parent_run_id"),
    parent_step_id: text("parent_step_id"),
    retried_run_id: uuid("retried_run_id"),
    output: json("output"),
    failure: json("failure").$type<{ name: string; message: string }>(),
    /** Attempts that failed outside of any step. */
    failures: jsonb("failures").$type<JobFailure[]>().notNull().default([]),
    created_at: createdAt(),
    started_at: instant("started_at"),
    finished_at: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("job_runs_idempotency_unique").on(t.function_id, t.idempotency_key),
    index("job_runs_event").on(t.event_id),
    index("job_runs_created").on(t.created_at, t.id),
    index("job_runs_organization").on(t.organization_id, t.created_at, t.id),
    index("job_runs_finished").on(t.finished_at),
    index("job_runs_failed").on(t.organization_id, t.created_at, t.id).where(sql`${t.state} = 'failed'`),
    check(
      "job_runs_finished_once",
      sql`(${t.state} in ('completed', 'failed', 'cancelled')) = (${t.finished_at} is not null)`,
    ),
    ...engineAndOwn("job_runs", t.organization_id),
  ],
).enableRLS();

export const jobSteps = pgTable(
  "job_steps",
  {
    run_id: uuid("run_id").notNull(),
    /** The SDK's own: sha1 of the step's name and its turn. */
    id: text("id").notNull(),
    organization_id: uuid("organization_id"),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["run", "sleep", "wait", "invoke"] }).notNull(),
    /** planned waits for a call of its own, waiting for a time, an event or another run, failing for its next attempt. */
    state: text("state", { enum: ["planned", "waiting", "failing", "completed", "failed"] }).notNull(),
    /** The order in which steps were completed, which is the order in which a function learns of them. */
    position: integer("position"),
    /** The function goes on as soon as this one is done, and does not wait for those beside it (a race). */
    is_race: boolean("is_race").notNull().default(false),
    data: json("data"),
    failure: json("failure").$type<{ name: string; message: string }>(),
    /** What it threw, for the function's own code and nobody else, until the run is over. */
    thrown: json("thrown").$type<Record<string, unknown>>(),
    failures: jsonb("failures").$type<JobFailure[]>().notNull().default([]),
    created_at: createdAt(),
    finished_at: instant("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.run_id, t.id] }),
    foreignKey({ name: "job_steps_run_fk", columns: [t.run_id], foreignColumns: [jobRuns.id] }).onDelete("cascade"),
    ...engineAndOwn("job_steps", t.organization_id),
  ],
).enableRLS();

/** What is to be done, and when: a call of a function, of one of its planned steps, or the end of a wait. */
export const jobQueue = pgTable(
  "job_queue",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    run_id: uuid("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    function_id: text("function_id").notNull(),
    /** null: the function itself. */
    step_id: text("step_id"),
    concurrency: json("concurrency").$type<{ key: string; limit: number }[]>().notNull(),
    run_at: instant("run_at").notNull(),
    attempt: integer("attempt").notNull().default(0),
    /** The lease of whoever works on it, by the database's clock; a live process prolongs it. */
    locked_until: instant("locked_until"),
    token: uuid("token"),
    /** How many processes have ended over it. */
    takeovers: integer("takeovers").notNull().default(0),
    /** Something was completed after the work on it began: the function has to be asked once more. */
    is_stale: boolean("is_stale").notNull().default(false),
  },
  (t) => [
    index("job_queue_due").on(t.run_at, t.id).where(sql`${t.locked_until} is null`),
    index("job_queue_locked").on(t.locked_until).where(sql`${t.locked_until} is not null`),
    uniqueIndex("job_queue_one_call").on(t.run_id).where(sql`${t.step_id} is null`),
    index("job_queue_run").on(t.run_id, t.step_id),
    engineOnly("job_queue"),
  ],
).enableRLS();

/** Who waits for an event: a step of a run, or the run itself, which that event then cancels. */
export const jobWaits = pgTable(
  "job_waits",
  {
    id: id(),
    run_id: uuid("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    /** null: the event cancels the run. */
    step_id: text("step_id"),
    event_name: text("event_name").notNull(),
    expression: text("expression"),
    created_at: createdAt(),
    expires_at: instant("expires_at"),
  },
  (t) => [
    index("job_waits_event").on(t.event_name),
    index("job_waits_run").on(t.run_id, t.step_id),
    engineOnly("job_waits"),
  ],
).enableRLS();

/** What the running processes can do: an event starts the functions of all of them, whichever process it comes to. */
export const jobFunctions = pgTable(
  "job_functions",
  {
    id: text("id").primaryKey(),
    /** As the SDK describes it. Of two builds that differ in it, as in the process that started last. */
    description: json("description").$type<Record<string, unknown>>().notNull(),
    /** The names of those that start its runs, or cancel them. */
    events: text("events").array().notNull(),
    /** When a process last said that it has it. */
    seen_at: instant("seen_at").notNull(),
  },
  () => [engineOnly("job_functions")],
).enableRLS();

/** A tick that stands here has fired, whichever process saw it first. */
export const jobCronTicks = pgTable(
  "job_cron_ticks",
  {
    function_id: text("function_id").notNull(),
    expression: text("expression").notNull(),
    tick_at: instant("tick_at").notNull(),
    created_at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.function_id, t.expression, t.tick_at] }), engineOnly("job_cron_ticks")],
).enableRLS();
