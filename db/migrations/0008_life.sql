ALTER TABLE "memberships" DROP CONSTRAINT "memberships_payer";--> statement-breakpoint
DROP INDEX "memberships_sold";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "renewed_from_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "transferred_from_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_renewed_from_fk" FOREIGN KEY ("organization_id","renewed_from_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_transferred_from_fk" FOREIGN KEY ("organization_id","transferred_from_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_renewed_once" ON "memberships" USING btree ("organization_id","renewed_from_id") WHERE "memberships"."renewed_from_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_transferred_once" ON "memberships" USING btree ("organization_id","transferred_from_id") WHERE "memberships"."transferred_from_id" is not null;--> statement-breakpoint
CREATE INDEX "memberships_sold" ON "memberships" USING btree ("organization_id","created_at","location_id","currency","price_minor","joining_fee_minor") WHERE "memberships"."import_id" is null and "memberships"."transferred_from_id" is null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_origin" CHECK (num_nonnulls("memberships"."renewed_from_id", "memberships"."transferred_from_id") <= 1);--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_payer" CHECK (num_nonnulls("memberships"."payer_member_id", "memberships"."payer_company_id") <= 1 and "memberships"."payer_member_id" is distinct from "memberships"."member_id");