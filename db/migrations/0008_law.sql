ALTER TABLE "legal_entities" ADD COLUMN "legal_rules" jsonb;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "state" text DEFAULT 'freezing' NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "done_through" uuid;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "total" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "frozen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "shortened" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "skipped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "failed_in" text;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "cancel_proof" text;--> statement-breakpoint
CREATE INDEX "closures_newest" ON "closures" USING btree ("organization_id","created_at","id");--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_failed" CHECK (("closures"."state" = 'failed') = ("closures"."failed_in" is not null));