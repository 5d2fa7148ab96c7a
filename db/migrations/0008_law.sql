ALTER TABLE "legal_entities" ADD COLUMN "legal_rules" jsonb;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "cancel_proof" text;