ALTER TABLE "till_sessions" ADD COLUMN "float_change_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "till_sessions" ADD COLUMN "float_source" text;--> statement-breakpoint
ALTER TABLE "till_sessions" ADD CONSTRAINT "till_sessions_float" CHECK ("till_sessions"."float_change_minor" = 0 or "till_sessions"."float_source" is not null);