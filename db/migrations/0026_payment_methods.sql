ALTER TABLE "method_setups" ADD COLUMN "currency" text NOT NULL;--> statement-breakpoint
ALTER TABLE "method_setups" ADD COLUMN "mandate_max_minor" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "method_setups" ADD COLUMN "method_kind" text;--> statement-breakpoint
ALTER TABLE "method_setups" ADD COLUMN "return_path" text NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD COLUMN "detach_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "method_setups_member_live_unique" ON "method_setups" USING btree ("organization_id","gateway_id","payer_member_id") WHERE "method_setups"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "method_setups_company_live_unique" ON "method_setups" USING btree ("organization_id","gateway_id","payer_company_id") WHERE "method_setups"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "saved_methods_to_detach" ON "saved_methods" USING btree ("organization_id","detach_at") WHERE "saved_methods"."detach_at" is not null;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_default" CHECK (not ("saved_methods"."is_default" and "saved_methods"."ended_at" is not null));--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_detach" CHECK ("saved_methods"."detach_at" is null or "saved_methods"."ended_at" is not null);