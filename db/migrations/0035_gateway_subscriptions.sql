CREATE TABLE "gateway_bills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"bill_ref" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"period_on" date NOT NULL,
	"charge_ref" text,
	"method_kind" text,
	"failure" text,
	"next_try_at" timestamp (3) with time zone,
	"invoice_id" uuid,
	"payment_id" uuid,
	"mismatch" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gateway_bills_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "gateway_bills_ref_unique" UNIQUE("organization_id","gateway_id","bill_ref"),
	CONSTRAINT "gateway_bills_amount" CHECK ("gateway_bills"."amount_minor" > 0),
	CONSTRAINT "gateway_bills_paid" CHECK ("gateway_bills"."payment_id" is null or ("gateway_bills"."invoice_id" is not null and "gateway_bills"."status" = 'paid'))
);
--> statement-breakpoint
ALTER TABLE "gateway_bills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gateway_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"saved_method_id" uuid,
	"customer_ref" text,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"interval_unit" text NOT NULL,
	"interval_count" integer NOT NULL,
	"first_on" date NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"vendor_ref" text,
	"action_url" text,
	"period_ends_at" timestamp (3) with time zone,
	"is_ending" boolean DEFAULT false NOT NULL,
	"end_reason" text,
	"failure" text,
	"calls" integer DEFAULT 0 NOT NULL,
	"check_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_subscriptions_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "gateway_subscriptions_payer" CHECK (num_nonnulls("gateway_subscriptions"."payer_member_id", "gateway_subscriptions"."payer_company_id") = 1),
	CONSTRAINT "gateway_subscriptions_amount" CHECK ("gateway_subscriptions"."amount_minor" > 0 and "gateway_subscriptions"."interval_count" >= 1),
	CONSTRAINT "gateway_subscriptions_ended" CHECK (("gateway_subscriptions"."ended_at" is not null) = ("gateway_subscriptions"."status" in ('canceled', 'failed'))
        and ("gateway_subscriptions"."ended_at" is null or "gateway_subscriptions"."end_reason" is not null)),
	CONSTRAINT "gateway_subscriptions_checked" CHECK ("gateway_subscriptions"."ended_at" is not null or "gateway_subscriptions"."check_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payment_gateways" ADD COLUMN "billing_cycle" text DEFAULT 'fitflow' NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway_bills" ADD CONSTRAINT "gateway_bills_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_bills" ADD CONSTRAINT "gateway_bills_subscription_fk" FOREIGN KEY ("organization_id","subscription_id") REFERENCES "public"."gateway_subscriptions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_bills" ADD CONSTRAINT "gateway_bills_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_bills" ADD CONSTRAINT "gateway_bills_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_bills" ADD CONSTRAINT "gateway_bills_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_subscriptions" ADD CONSTRAINT "gateway_subscriptions_saved_method_fk" FOREIGN KEY ("organization_id","saved_method_id") REFERENCES "public"."saved_methods"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_bills_invoice_unique" ON "gateway_bills" USING btree ("organization_id","invoice_id") WHERE "gateway_bills"."payment_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_bills_payment_unique" ON "gateway_bills" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "gateway_bills_by_subscription" ON "gateway_bills" USING btree ("organization_id","subscription_id","period_on");--> statement-breakpoint
CREATE INDEX "gateway_bills_by_invoice" ON "gateway_bills" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "gateway_bills_waiting" ON "gateway_bills" USING btree ("organization_id","subscription_id") WHERE "gateway_bills"."status" = 'paid' and "gateway_bills"."payment_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_subscriptions_live_unique" ON "gateway_subscriptions" USING btree ("organization_id","membership_id") WHERE "gateway_subscriptions"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_subscriptions_ref_unique" ON "gateway_subscriptions" USING btree ("organization_id","gateway_id","vendor_ref") WHERE "gateway_subscriptions"."vendor_ref" is not null;--> statement-breakpoint
CREATE INDEX "gateway_subscriptions_to_check" ON "gateway_subscriptions" USING btree ("organization_id","check_at") WHERE "gateway_subscriptions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "gateway_subscriptions_by_membership" ON "gateway_subscriptions" USING btree ("organization_id","membership_id","created_at");--> statement-breakpoint
CREATE INDEX "gateway_subscriptions_newest" ON "gateway_subscriptions" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "gateway_subscriptions_by_method" ON "gateway_subscriptions" USING btree ("organization_id","saved_method_id");--> statement-breakpoint
CREATE POLICY "gateway_bills_tenant" ON "gateway_bills" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("gateway_bills"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("gateway_bills"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "gateway_subscriptions_tenant" ON "gateway_subscriptions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("gateway_subscriptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("gateway_subscriptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));