CREATE TABLE "member_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"text" text collate "C" NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text collate "C" NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_notes_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "member_notes_text_length" CHECK (length("member_notes"."text") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "member_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "is_idle" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "member_notes" ADD CONSTRAINT "member_notes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_notes" ADD CONSTRAINT "member_notes_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_notes_member" ON "member_notes" USING btree ("organization_id","member_id","is_pinned","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_busy" ON "job_runs" USING btree ("created_at","id") WHERE not "job_runs"."is_idle";--> statement-breakpoint
CREATE INDEX "job_runs_function" ON "job_runs" USING btree ("function_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_organization_function" ON "job_runs" USING btree ("organization_id","function_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_failed_function" ON "job_runs" USING btree ("function_id","organization_id") WHERE "job_runs"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "job_runs_retried" ON "job_runs" USING btree ("retried_run_id") WHERE "job_runs"."retried_run_id" is not null;--> statement-breakpoint
CREATE POLICY "member_notes_tenant" ON "member_notes" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_notes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_notes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));