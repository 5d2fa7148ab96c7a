ALTER TABLE "payments" ADD COLUMN "seller" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "buyer" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "company_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "location_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_company_fk" FOREIGN KEY ("organization_id","company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_by_company" ON "messages" USING btree ("organization_id","company_id","created_at","id") WHERE "messages"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_subject" ON "messages" USING btree ("organization_id","about_id","created_at") WHERE "messages"."about_id" is not null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient" CHECK ("messages"."member_id" is null or "messages"."company_id" is null);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location" CHECK (("messages"."company_id" is null) = ("messages"."location_id" is null));