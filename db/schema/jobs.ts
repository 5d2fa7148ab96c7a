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
 * The state of the embedded executor (inngest/embedded). It serves all organizations and belongs to no tenant. The executor
 * binds its own setting (inExecutor in db/tenancy.ts). The platform's pages bind it too, after a check that the caller is a
 * super admin. Without the setting, an organization sees only its own events, runs and steps, for its jobs page, and no
 * other table of the executor. While nothing is bound, no rows are visible.
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

/** A failed attempt, with a message that users may see. */
export type JobFailure = { attempt: number; at: string; name: string; message: string };

/** Events are deduplicated by id: an event that is sent twice is stored once. */
export const jobEvents = pgTable(
  "job_events",
  {
    id: text("id").primaryKey(),
    organization_id: uuid("organization_id"),
    name: text("name").notNull(),
    /** json, not jsonb, here and below: a function must get its own output back unchanged, byte for byte. */
    data: json("data").$type<Record<string, unknown>>().notNull(),
    occurred_at: instant("occurred_at").notNull(),
    created_at: createdAt(),
    /** Null until the functions that the event starts were looked up. */
    routed_at: instant("routed_at"),
    /** The error of a failed run, for its failure handlers. Stored until they have ended. */
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
    /** One run per key and function. The key is the event's id or, for one day, the result of the function's expression. */
    idempotency_key: text("idempotency_key"),
    state: text("state", { enum: ["queued", "running", "completed", "failed", "cancelled"] }).notNull(),
    /** The function's concurrency limits with their keys, as evaluated for this event. */
    concurrency: json("concurrency").$type<{ key: string; limit: number }[]>().notNull(),
    max_attempts: integer("max_attempts").notNull(),
    /** The step of another run that invoked this run and waits for its result. */
    parent_run_id: uuid("parent_run_id"),
    parent_step_id: text("parent_step_id"),
    retried_run_id: uuid("retried_run_id"),
    output: json("output"),
    /** A run of a timer that found nothing to do (`inngest/schedules/each-organization.ts`). The lists of jobs fold it away. */
    is_idle: boolean("is_idle").notNull().default(false),
    failure: json("failure").$type<{ name: string; message: string }>(),
    /** Failed attempts outside of steps. */
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
    index("job_runs_busy").on(t.created_at, t.id).where(sql`not ${t.is_idle}`),
    index("job_runs_function").on(t.function_id, t.created_at, t.id),
    index("job_runs_organization_function").on(t.organization_id, t.function_id, t.created_at, t.id),
    index("job_runs_failed_function").on(t.function_id, t.organization_id).where(sql`${t.state} = 'failed'`),
    index("job_runs_retried").on(t.retried_run_id).where(sql`${t.retried_run_id} is not null`),
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
    /** Computed by the SDK: SHA-1 of the step's name and its index. */
    id: text("id").notNull(),
    organization_id: uuid("organization_id"),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["run", "sleep", "wait", "invoke"] }).notNull(),
    /** planned: waits for its own call. waiting: for a time, an event or another run. failing: for its next attempt. */
    state: text("state", { enum: ["planned", "waiting", "failing", "completed", "failed"] }).notNull(),
    /** The order of completion, in which the function receives the results. */
    position: integer("position"),
    /** The function continues as soon as this step is completed, without waiting for parallel steps (a race). */
    is_race: boolean("is_race").notNull().default(false),
    data: json("data"),
    failure: json("failure").$type<{ name: string; message: string }>(),
    /** The error, visible only to the function's own code. Stored until the run has ended. */
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

/** The work queue: a call of a function or of a planned step, or the end of a wait, each with its due time. */
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
    /** The lease of the worker, by the database's clock. A live process extends it. */
    locked_until: instant("locked_until"),
    token: uuid("token"),
    /** The number of processes that ended while they worked on it. */
    takeovers: integer("takeovers").notNull().default(0),
    /** A step was completed after the work began, so the function must be called again. */
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

/** Waits for an event: a step that the event completes, or a run that the event cancels. */
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

/** The functions of all running processes. An event starts all matching functions, whichever process receives it. */
export const jobFunctions = pgTable(
  "job_functions",
  {
    id: text("id").primaryKey(),
    /** The SDK's configuration of the function. If two builds differ, that of the process that started last. */
    description: json("description").$type<Record<string, unknown>>().notNull(),
    /** The names of events that start or cancel its runs. */
    events: text("events").array().notNull(),
    /** When a process last reported the function. */
    seen_at: instant("seen_at").notNull(),
  },
  () => [engineOnly("job_functions")],
).enableRLS();

/** Cron ticks that have fired, so that only one process fires each tick. */
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
