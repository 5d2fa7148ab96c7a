ALTER TABLE "account_credits" ADD COLUMN "disputed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "location_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "reopened_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "loss_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "shares" jsonb DEFAULT '{"invoices":[],"credits":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "evidence_summary" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "evidence_reserved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "evidence_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "evidence_failure" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payout_items" ADD COLUMN "location_id" uuid;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "bookings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "items_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payouts" ADD COLUMN "mismatch" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_due" ON "disputes" USING btree ("organization_id","evidence_due_at") WHERE "disputes"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "disputes_to_check" ON "disputes" USING btree ("organization_id","check_at") WHERE "disputes"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_disputed" CHECK ("account_credits"."disputed_minor" between 0 and "account_credits"."amount_minor");--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_taken" CHECK ("disputes"."reopened_minor" >= 0 and "disputes"."credit_minor" >= 0 and "disputes"."loss_minor" >= 0
        and "disputes"."reopened_minor" + "disputes"."credit_minor" + "disputes"."loss_minor" = case when "disputes"."taken_at" is null then 0 else "disputes"."amount_minor" end);--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_returned" CHECK (("disputes"."returned_at" is null or "disputes"."taken_at" is not null) and ("disputes"."status" <> 'won' or "disputes"."taken_at" is null or "disputes"."returned_at" is not null));--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_checked" CHECK ("disputes"."closed_at" is not null or "disputes"."check_at" is not null);--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_evidence" CHECK ("disputes"."evidence_sent_at" is null or ("disputes"."evidence_reserved_at" is not null and "disputes"."evidence_failure" is null));--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_booked" CHECK (("payouts"."booked_at" is not null) = ("payouts"."status" = 'paid'));