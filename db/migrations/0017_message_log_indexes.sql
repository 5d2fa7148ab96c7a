DROP INDEX "messages_by_bulk";--> statement-breakpoint
CREATE INDEX "job_runs_failed" ON "job_runs" USING btree ("organization_id","created_at","id") WHERE "job_runs"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "messages_by_channel" ON "messages" USING btree ("organization_id","channel","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_category" ON "messages" USING btree ("organization_id","category","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_bulk_state" ON "messages" USING btree ("organization_id","bulk_id","state","created_at","id") WHERE "messages"."bulk_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_kept" ON "messages" USING btree ("organization_id","created_at","id") WHERE "messages"."vendor" = 'local' and "messages"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_bulk" ON "messages" USING btree ("organization_id","bulk_id","created_at","id") WHERE "messages"."bulk_id" is not null;