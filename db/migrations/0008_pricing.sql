ALTER TABLE "membership_plans" ADD COLUMN "class_limits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "coupons" ADD COLUMN "until_on" date;--> statement-breakpoint
CREATE INDEX "coupons_by_created" ON "coupons" USING btree ("organization_id","created_at","id");