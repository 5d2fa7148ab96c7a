CREATE TABLE "job_functions" (
	"id" text PRIMARY KEY NOT NULL,
	"description" json NOT NULL,
	"events" text[] NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_functions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "job_functions_engine" ON "job_functions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null) WITH CHECK ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null);