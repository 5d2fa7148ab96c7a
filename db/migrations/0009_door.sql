ALTER TABLE "account_credits" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "credit_id" uuid;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_withdrawn" CHECK ("account_credits"."withdrawn_at" is null or "account_credits"."remaining_minor" = 0);