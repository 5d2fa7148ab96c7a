DROP INDEX "members_current";--> statement-breakpoint
DROP INDEX "memberships_in_arrears";--> statement-breakpoint
CREATE INDEX "memberships_sold" ON "memberships" USING btree ("organization_id","created_at","location_id","currency","price_minor","joining_fee_minor") WHERE "memberships"."import_id" is null;--> statement-breakpoint
CREATE INDEX "members_current" ON "members" USING btree ("organization_id","home_location_id","joined_on","id") WHERE "members"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_in_arrears" ON "memberships" USING btree ("organization_id","location_id","currency","arrears_minor","member_id") WHERE "memberships"."arrears_since_on" is not null;