ALTER TABLE sandbox_objects FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sandbox_events FORCE ROW LEVEL SECURITY;
