CREATE TABLE "dunning_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"status" text NOT NULL,
	"first_failed_on" date NOT NULL,
	"tries" integer NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"next_try_source" text,
	"in_line_since" timestamp (3) with time zone,
	"last_attempt_id" uuid,
	"last_decline_code" text,
	"is_method_refused" boolean DEFAULT false NOT NULL,
	"last_failed_at" timestamp (3) with time zone,
	"stop_reason" text,
	"paused_at" timestamp (3) with time zone,
	"paused_by" uuid,
	"pause_reason" text,
	"paused_until" timestamp (3) with time zone,
	"end_reason" text,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dunning_cases_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "dunning_cases_tries" CHECK ("dunning_cases"."tries" >= 0),
	CONSTRAINT "dunning_cases_next" CHECK (("dunning_cases"."next_try_at" is null) = ("dunning_cases"."next_try_source" is null)
        and ("dunning_cases"."status" = 'open' or ("dunning_cases"."next_try_at" is null and "dunning_cases"."in_line_since" is null))
        and ("dunning_cases"."next_try_at" is null or "dunning_cases"."in_line_since" is null)),
	CONSTRAINT "dunning_cases_stopped" CHECK (("dunning_cases"."status" = 'stopped') = ("dunning_cases"."stop_reason" is not null)),
	CONSTRAINT "dunning_cases_paused" CHECK (("dunning_cases"."status" = 'paused') = ("dunning_cases"."paused_at" is not null) and ("dunning_cases"."status" = 'paused') = ("dunning_cases"."pause_reason" is not null)
        and ("dunning_cases"."paused_until" is null or "dunning_cases"."paused_until" > "dunning_cases"."paused_at")),
	CONSTRAINT "dunning_cases_over" CHECK (("dunning_cases"."status" = 'ended') = ("dunning_cases"."ended_at" is not null) and ("dunning_cases"."status" = 'ended') = ("dunning_cases"."end_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "dunning_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dunning_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"attempt_id" uuid,
	"decline_code" text,
	"counts" boolean,
	"next_try_at" timestamp (3) with time zone,
	"stop_reason" text,
	"until" timestamp (3) with time zone,
	"note" text,
	"membership_id" uuid,
	"created_by" uuid,
	CONSTRAINT "dunning_steps_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "dunning_steps_refused" CHECK (("dunning_steps"."kind" = 'refused') = ("dunning_steps"."attempt_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "dunning_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dunning_cases" ADD CONSTRAINT "dunning_cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_cases" ADD CONSTRAINT "dunning_cases_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_cases" ADD CONSTRAINT "dunning_cases_last_attempt_fk" FOREIGN KEY ("organization_id","last_attempt_id") REFERENCES "public"."payment_attempts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_steps" ADD CONSTRAINT "dunning_steps_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_steps" ADD CONSTRAINT "dunning_steps_case_fk" FOREIGN KEY ("organization_id","case_id") REFERENCES "public"."dunning_cases"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_steps" ADD CONSTRAINT "dunning_steps_attempt_fk" FOREIGN KEY ("organization_id","attempt_id") REFERENCES "public"."payment_attempts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_steps" ADD CONSTRAINT "dunning_steps_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dunning_cases_open_unique" ON "dunning_cases" USING btree ("organization_id","invoice_id") WHERE "dunning_cases"."status" <> 'ended';--> statement-breakpoint
CREATE INDEX "dunning_cases_by_invoice" ON "dunning_cases" USING btree ("organization_id","invoice_id","created_at");--> statement-breakpoint
CREATE INDEX "dunning_cases_due" ON "dunning_cases" USING btree ("organization_id","next_try_at") WHERE "dunning_cases"."status" = 'open';--> statement-breakpoint
CREATE INDEX "dunning_cases_running" ON "dunning_cases" USING btree ("organization_id","created_at","id") WHERE "dunning_cases"."status" <> 'ended';--> statement-breakpoint
CREATE INDEX "dunning_cases_ended" ON "dunning_cases" USING btree ("organization_id","ended_at") WHERE "dunning_cases"."status" = 'ended';--> statement-breakpoint
CREATE INDEX "dunning_cases_by_attempt" ON "dunning_cases" USING btree ("organization_id","last_attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dunning_steps_attempt_unique" ON "dunning_steps" USING btree ("organization_id","attempt_id") WHERE "dunning_steps"."attempt_id" is not null;--> statement-breakpoint
CREATE INDEX "dunning_steps_by_case" ON "dunning_steps" USING btree ("organization_id","case_id","at","id");--> statement-breakpoint
CREATE INDEX "dunning_steps_by_membership" ON "dunning_steps" USING btree ("organization_id","membership_id");--> statement-breakpoint
CREATE POLICY "dunning_cases_tenant" ON "dunning_cases" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("dunning_cases"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("dunning_cases"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dunning_steps_tenant" ON "dunning_steps" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("dunning_steps"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("dunning_steps"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));