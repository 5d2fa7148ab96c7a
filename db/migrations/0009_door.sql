DROP INDEX "check_ins_by_membership";--> statement-breakpoint
ALTER TABLE "account_credits" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "credit_id" uuid;--> statement-breakpoint
CREATE INDEX "check_ins_by_membership" ON "check_ins" USING btree ("organization_id","membership_id","visit_on") WHERE "check_ins"."membership_id" is not null;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_withdrawn" CHECK ("account_credits"."withdrawn_at" is null or "account_credits"."remaining_minor" = 0);