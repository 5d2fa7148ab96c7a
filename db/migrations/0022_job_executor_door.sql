ALTER TABLE "job_events" ADD COLUMN "thrown" json;--> statement-breakpoint
ALTER TABLE "job_steps" ADD COLUMN "thrown" json;--> statement-breakpoint
CREATE INDEX "job_events_thrown" ON "job_events" USING btree ("created_at") WHERE "job_events"."thrown" is not null;--> statement-breakpoint
ALTER POLICY "job_cron_ticks_engine" ON "job_cron_ticks" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_events_engine" ON "job_events" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_functions_engine" ON "job_functions" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_queue_engine" ON "job_queue" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_runs_engine" ON "job_runs" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_steps_engine" ON "job_steps" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
ALTER POLICY "job_waits_engine" ON "job_waits" TO fitflow_app USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');