ALTER TABLE "legal_entities" ADD COLUMN "late_fee" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "seller" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "buyer" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "company_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "location_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_company_fk" FOREIGN KEY ("organization_id","company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_late_fee_unique" ON "invoice_lines" USING btree ("organization_id","line_key") WHERE "invoice_lines"."kind" = 'late_fee' and "invoice_lines"."line_key" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_company" ON "messages" USING btree ("organization_id","company_id","created_at","id") WHERE "messages"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_subject" ON "messages" USING btree ("organization_id","about_id","created_at") WHERE "messages"."about_id" is not null;--> statement-breakpoint
ALTER TABLE "legal_entities" ADD CONSTRAINT "legal_entities_late_fee" CHECK (("legal_entities"."late_fee" ->> 'after_days')::int between 1 and 90);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient" CHECK ("messages"."member_id" is null or "messages"."company_id" is null);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location" CHECK (("messages"."company_id" is null) = ("messages"."location_id" is null));