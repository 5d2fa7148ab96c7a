ALTER TABLE "membership_plans" ADD COLUMN "import_id" uuid;--> statement-breakpoint
CREATE INDEX "membership_plans_by_import" ON "membership_plans" USING btree ("organization_id","import_id");