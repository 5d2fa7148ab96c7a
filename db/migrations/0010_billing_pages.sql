CREATE TABLE "bank_deposits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"deposited_on" date NOT NULL,
	"reference" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_deposits_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "bank_deposits_amount" CHECK ("bank_deposits"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "bank_deposits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_payer";--> statement-breakpoint
DROP INDEX "memberships_sold";--> statement-breakpoint
ALTER TABLE "legal_entities" ADD COLUMN "late_fee" jsonb;--> statement-breakpoint
ALTER TABLE "legal_entities" ADD COLUMN "legal_rules" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "handed_over_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "seller" jsonb;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "buyer" jsonb;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "state" text DEFAULT 'freezing' NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "done_through" uuid;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "total" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "frozen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "shortened" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "skipped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "failed_in" text;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "renewed_from_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "transferred_from_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "cancel_proof" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "company_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "location_id" uuid;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_deposits_by_location" ON "bank_deposits" USING btree ("organization_id","location_id","created_at","id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_renewed_from_fk" FOREIGN KEY ("organization_id","renewed_from_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_transferred_from_fk" FOREIGN KEY ("organization_id","transferred_from_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_company_fk" FOREIGN KEY ("organization_id","company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_late_fee_unique" ON "invoice_lines" USING btree ("organization_id","line_key") WHERE "invoice_lines"."kind" = 'late_fee' and "invoice_lines"."line_key" is not null;--> statement-breakpoint
CREATE INDEX "invoices_billed" ON "invoices" USING btree ("organization_id","issued_on","location_id","currency","kind","total_minor") WHERE "invoices"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "payments_collected" ON "payments" USING btree ("organization_id","received_on","location_id","currency","amount_minor") WHERE "payments"."reversed_at" is null;--> statement-breakpoint
CREATE INDEX "closures_newest" ON "closures" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "memberships_recurring" ON "memberships" USING btree ("organization_id","plan_id","location_id","currency","price_minor") WHERE "memberships"."next_bill_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_renewed_once" ON "memberships" USING btree ("organization_id","renewed_from_id") WHERE "memberships"."renewed_from_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_transferred_once" ON "memberships" USING btree ("organization_id","transferred_from_id") WHERE "memberships"."transferred_from_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_company" ON "messages" USING btree ("organization_id","company_id","created_at","id") WHERE "messages"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_subject" ON "messages" USING btree ("organization_id","about_id","created_at") WHERE "messages"."about_id" is not null;--> statement-breakpoint
CREATE INDEX "memberships_sold" ON "memberships" USING btree ("organization_id","created_at","location_id","currency","price_minor","joining_fee_minor") WHERE "memberships"."import_id" is null and "memberships"."transferred_from_id" is null;--> statement-breakpoint
ALTER TABLE "legal_entities" ADD CONSTRAINT "legal_entities_late_fee" CHECK (("legal_entities"."late_fee" ->> 'after_days')::int between 1 and 90);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_handed_over" CHECK ("payments"."handed_over_minor" is null or ("payments"."method" = 'cash' and "payments"."handed_over_minor" >= "payments"."amount_minor"));--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_failed" CHECK (("closures"."state" = 'failed') = ("closures"."failed_in" is not null));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_origin" CHECK (num_nonnulls("memberships"."renewed_from_id", "memberships"."transferred_from_id") <= 1);--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_payer" CHECK (num_nonnulls("memberships"."payer_member_id", "memberships"."payer_company_id") <= 1 and "memberships"."payer_member_id" is distinct from "memberships"."member_id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient" CHECK ("messages"."member_id" is null or "messages"."company_id" is null);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_location" CHECK (("messages"."company_id" is null) = ("messages"."location_id" is null));--> statement-breakpoint
CREATE POLICY "bank_deposits_tenant" ON "bank_deposits" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("bank_deposits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("bank_deposits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));