ALTER TABLE "job_events" ADD COLUMN "thrown" json;--> statement-breakpoint
ALTER TABLE "job_steps" ADD COLUMN "thrown" json;--> statement-breakpoint
CREATE INDEX "job_events_thrown" ON "job_events" USING btree ("created_at") WHERE "job_events"."thrown" is not null;