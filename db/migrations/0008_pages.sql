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
ALTER TABLE "payments" ADD COLUMN "handed_over_minor" bigint;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_deposits_by_location" ON "bank_deposits" USING btree ("organization_id","location_id","created_at","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_handed_over" CHECK ("payments"."handed_over_minor" is null or ("payments"."method" = 'cash' and "payments"."handed_over_minor" >= "payments"."amount_minor"));--> statement-breakpoint
CREATE POLICY "bank_deposits_tenant" ON "bank_deposits" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("bank_deposits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("bank_deposits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));