CREATE TABLE "job_cron_ticks" (
	"function_id" text NOT NULL,
	"expression" text NOT NULL,
	"tick_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_cron_ticks_function_id_expression_tick_at_pk" PRIMARY KEY("function_id","expression","tick_at")
);
--> statement-breakpoint
ALTER TABLE "job_cron_ticks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_events" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"data" json NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"routed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "job_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"function_id" text NOT NULL,
	"step_id" text,
	"concurrency" json NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"token" uuid,
	"takeovers" integer DEFAULT 0 NOT NULL,
	"is_stale" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"function_id" text NOT NULL,
	"function_name" text NOT NULL,
	"event_id" text NOT NULL,
	"event_name" text NOT NULL,
	"idempotency_key" text,
	"state" text NOT NULL,
	"concurrency" json NOT NULL,
	"max_attempts" integer NOT NULL,
	"parent_run_id" uuid,
	"parent_step_id" text,
	"retried_run_id" uuid,
	"output" json,
	"failure" json,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_runs_finished_once" CHECK (("job_runs"."state" in ('completed', 'failed', 'cancelled')) = ("job_runs"."finished_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_steps" (
	"run_id" uuid NOT NULL,
	"id" text NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"position" integer,
	"is_race" boolean DEFAULT false NOT NULL,
	"data" json,
	"failure" json,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_steps_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
ALTER TABLE "job_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_waits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" text,
	"event_name" text NOT NULL,
	"expression" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "job_waits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_queue" ADD CONSTRAINT "job_queue_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_event_id_job_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."job_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_run_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_waits" ADD CONSTRAINT "job_waits_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_events_waiting" ON "job_events" USING btree ("created_at","id") WHERE "job_events"."routed_at" is null;--> statement-breakpoint
CREATE INDEX "job_events_received" ON "job_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "job_events_organization" ON "job_events" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "job_queue_due" ON "job_queue" USING btree ("run_at","id") WHERE "job_queue"."locked_until" is null;--> statement-breakpoint
CREATE INDEX "job_queue_locked" ON "job_queue" USING btree ("locked_until") WHERE "job_queue"."locked_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "job_queue_one_call" ON "job_queue" USING btree ("run_id") WHERE "job_queue"."step_id" is null;--> statement-breakpoint
CREATE INDEX "job_queue_run" ON "job_queue" USING btree ("run_id","step_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_idempotency_unique" ON "job_runs" USING btree ("function_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "job_runs_event" ON "job_runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "job_runs_created" ON "job_runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_organization" ON "job_runs" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_finished" ON "job_runs" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "job_waits_event" ON "job_waits" USING btree ("event_name");--> statement-breakpoint
CREATE INDEX "job_waits_run" ON "job_waits" USING btree ("run_id","step_id");--> statement-breakpoint
CREATE POLICY "outbox_events_waiting" ON "outbox_events" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and "outbox_events"."sent_at" is null);--> statement-breakpoint
CREATE POLICY "job_cron_ticks_engine" ON "job_cron_ticks" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "job_events_engine" ON "job_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "job_events_own" ON "job_events" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_queue_engine" ON "job_queue" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "job_runs_engine" ON "job_runs" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "job_runs_own" ON "job_runs" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_steps_engine" ON "job_steps" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "job_steps_own" ON "job_steps" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_steps"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_waits_engine" ON "job_waits" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);