-- The executor's memory is bound by its policies even for the tables' owner.
ALTER TABLE job_events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE job_runs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE job_steps FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE job_queue FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE job_waits FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE job_cron_ticks FORCE ROW LEVEL SECURITY;
