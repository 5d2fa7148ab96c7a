CREATE TABLE "gateway_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"ref" text,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_events_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "gateway_events_unique" UNIQUE("organization_id","gateway_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "gateway_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"attempt_number" integer NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"saved_method_id" uuid,
	"payment_link_id" uuid,
	"origin" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"saves_method" boolean DEFAULT false NOT NULL,
	"vendor_ref" text,
	"charge_ref" text,
	"method_kind" text,
	"method_label" text,
	"decline_code" text,
	"vendor_code" text,
	"failure" text,
	"charge_at" timestamp (3) with time zone,
	"check_at" timestamp (3) with time zone,
	"checks" integer DEFAULT 0 NOT NULL,
	"payment_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "payment_attempts_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payment_attempts_number_unique" UNIQUE("organization_id","invoice_id","attempt_number"),
	CONSTRAINT "payment_attempts_payer" CHECK (num_nonnulls("payment_attempts"."payer_member_id", "payment_attempts"."payer_company_id") = 1),
	CONSTRAINT "payment_attempts_amount" CHECK ("payment_attempts"."amount_minor" > 0),
	CONSTRAINT "payment_attempts_number" CHECK ("payment_attempts"."attempt_number" >= 1),
	CONSTRAINT "payment_attempts_ended" CHECK (("payment_attempts"."ended_at" is not null) = ("payment_attempts"."status" in ('succeeded', 'failed', 'canceled'))
        and ("payment_attempts"."status" = 'succeeded') = ("payment_attempts"."payment_id" is not null)),
	CONSTRAINT "payment_attempts_checked" CHECK ("payment_attempts"."ended_at" is not null or "payment_attempts"."check_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "payment_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"first_opened_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_links_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payment_links_token_unique" UNIQUE("organization_id","token_hash"),
	CONSTRAINT "payment_links_expiry" CHECK ("payment_links"."expires_at" > "payment_links"."created_at")
);
--> statement-breakpoint
ALTER TABLE "payment_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"dispute_ref" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"evidence_due_at" timestamp (3) with time zone,
	"evidence_sent_at" timestamp (3) with time zone,
	"evidence_sent_by" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "disputes_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "disputes_ref_unique" UNIQUE("organization_id","gateway_id","dispute_ref"),
	CONSTRAINT "disputes_amount" CHECK ("disputes"."amount_minor" > 0 and "disputes"."fee_minor" >= 0),
	CONSTRAINT "disputes_closed" CHECK (("disputes"."closed_at" is not null) = ("disputes"."status" in ('won', 'lost')))
);
--> statement-breakpoint
ALTER TABLE "disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payout_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"payout_id" uuid NOT NULL,
	"item_ref" text NOT NULL,
	"kind" text NOT NULL,
	"source_ref" text,
	"amount_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"payment_id" uuid,
	"refund_id" uuid,
	"dispute_id" uuid,
	"mismatch" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payout_items_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payout_items_ref_unique" UNIQUE("organization_id","payout_id","item_ref")
);
--> statement-breakpoint
ALTER TABLE "payout_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payout_ref" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint DEFAULT 0 NOT NULL,
	"arrives_on" date NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payouts_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payouts_ref_unique" UNIQUE("organization_id","gateway_id","payout_ref")
);
--> statement-breakpoint
ALTER TABLE "payouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gateway_customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"customer_ref" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gateway_customers_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "gateway_customers_member_unique" UNIQUE("organization_id","gateway_id","payer_member_id"),
	CONSTRAINT "gateway_customers_company_unique" UNIQUE("organization_id","gateway_id","payer_company_id"),
	CONSTRAINT "gateway_customers_ref_unique" UNIQUE("organization_id","gateway_id","customer_ref"),
	CONSTRAINT "gateway_customers_payer" CHECK (num_nonnulls("gateway_customers"."payer_member_id", "gateway_customers"."payer_company_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "gateway_customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "method_setups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"status" text NOT NULL,
	"setup_ref" text,
	"saved_method_id" uuid,
	"failure" text,
	"check_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "method_setups_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "method_setups_ref_unique" UNIQUE("organization_id","gateway_id","setup_ref"),
	CONSTRAINT "method_setups_payer" CHECK (num_nonnulls("method_setups"."payer_member_id", "method_setups"."payer_company_id") = 1),
	CONSTRAINT "method_setups_ended" CHECK (("method_setups"."ended_at" is not null) = ("method_setups"."status" in ('succeeded', 'failed', 'canceled'))
        and ("method_setups"."status" = 'succeeded') = ("method_setups"."saved_method_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "method_setups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_gateways" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"legal_entity_id" uuid,
	"vendor" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credentials_ciphertext" text,
	"account_ref" text,
	"account_name" text,
	"is_live" boolean NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"failure" text,
	"last_event_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_gateways_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payment_gateways_credentials" CHECK (("payment_gateways"."vendor" = 'sandbox') = ("payment_gateways"."credentials_ciphertext" is null)),
	CONSTRAINT "payment_gateways_sandbox" CHECK ("payment_gateways"."vendor" <> 'sandbox' or not "payment_gateways"."is_live"),
	CONSTRAINT "payment_gateways_failing" CHECK (("payment_gateways"."failing_since" is null) = ("payment_gateways"."failure" is null))
);
--> statement-breakpoint
ALTER TABLE "payment_gateways" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"customer_ref" text NOT NULL,
	"method_ref" text NOT NULL,
	"kind" text NOT NULL,
	"brand" text,
	"last4" text,
	"expires_in" text,
	"fingerprint" text,
	"mandate_max_minor" bigint,
	"mandate_currency" text,
	"is_default" boolean NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_methods_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "saved_methods_ref_unique" UNIQUE("organization_id","gateway_id","method_ref"),
	CONSTRAINT "saved_methods_payer" CHECK (num_nonnulls("saved_methods"."payer_member_id", "saved_methods"."payer_company_id") = 1),
	CONSTRAINT "saved_methods_last4" CHECK ("saved_methods"."last4" ~ '^[0-9A-Za-z]{1,4}$'),
	CONSTRAINT "saved_methods_expiry" CHECK ("saved_methods"."expires_in" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "saved_methods_mandate" CHECK (num_nulls("saved_methods"."mandate_max_minor", "saved_methods"."mandate_currency") in (0, 2)),
	CONSTRAINT "saved_methods_ended" CHECK (("saved_methods"."ended_at" is null) = ("saved_methods"."end_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "saved_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gateway_refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"refund_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"charge_ref" text NOT NULL,
	"status" text NOT NULL,
	"refund_ref" text,
	"failure" text,
	"check_at" timestamp (3) with time zone,
	"checks" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_refunds_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "gateway_refunds_refund_unique" UNIQUE("organization_id","refund_id"),
	CONSTRAINT "gateway_refunds_ended" CHECK (("gateway_refunds"."ended_at" is not null) = ("gateway_refunds"."status" <> 'pending')),
	CONSTRAINT "gateway_refunds_checked" CHECK ("gateway_refunds"."ended_at" is not null or "gateway_refunds"."check_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "gateway_refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "debit_pending_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "gateway_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "charge_ref" text;--> statement-breakpoint
ALTER TABLE "gateway_events" ADD CONSTRAINT "gateway_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_events" ADD CONSTRAINT "gateway_events_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_saved_method_fk" FOREIGN KEY ("organization_id","saved_method_id") REFERENCES "public"."saved_methods"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payment_link_fk" FOREIGN KEY ("organization_id","payment_link_id") REFERENCES "public"."payment_links"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_payout_fk" FOREIGN KEY ("organization_id","payout_id") REFERENCES "public"."payouts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_refund_fk" FOREIGN KEY ("organization_id","refund_id") REFERENCES "public"."refunds"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_dispute_fk" FOREIGN KEY ("organization_id","dispute_id") REFERENCES "public"."disputes"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_setups" ADD CONSTRAINT "method_setups_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_setups" ADD CONSTRAINT "method_setups_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_setups" ADD CONSTRAINT "method_setups_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_setups" ADD CONSTRAINT "method_setups_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_setups" ADD CONSTRAINT "method_setups_saved_method_fk" FOREIGN KEY ("organization_id","saved_method_id") REFERENCES "public"."saved_methods"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_gateways" ADD CONSTRAINT "payment_gateways_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_gateways" ADD CONSTRAINT "payment_gateways_legal_entity_fk" FOREIGN KEY ("organization_id","legal_entity_id") REFERENCES "public"."legal_entities"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_methods" ADD CONSTRAINT "saved_methods_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_refunds" ADD CONSTRAINT "gateway_refunds_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_refunds" ADD CONSTRAINT "gateway_refunds_refund_fk" FOREIGN KEY ("organization_id","refund_id") REFERENCES "public"."refunds"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_refunds" ADD CONSTRAINT "gateway_refunds_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gateway_events_newest" ON "gateway_events" USING btree ("organization_id","received_at","id");--> statement-breakpoint
CREATE INDEX "gateway_events_waiting" ON "gateway_events" USING btree ("organization_id","received_at") WHERE "gateway_events"."status" = 'received';--> statement-breakpoint
CREATE INDEX "gateway_events_by_ref" ON "gateway_events" USING btree ("organization_id","gateway_id","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_live_unique" ON "payment_attempts" USING btree ("organization_id","invoice_id") WHERE "payment_attempts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_ref_unique" ON "payment_attempts" USING btree ("organization_id","gateway_id","vendor_ref") WHERE "payment_attempts"."vendor_ref" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_payment_unique" ON "payment_attempts" USING btree ("organization_id","payment_id") WHERE "payment_attempts"."payment_id" is not null;--> statement-breakpoint
CREATE INDEX "payment_attempts_to_check" ON "payment_attempts" USING btree ("organization_id","check_at") WHERE "payment_attempts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "payment_attempts_newest" ON "payment_attempts" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_attempts_by_method" ON "payment_attempts" USING btree ("organization_id","saved_method_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_by_link" ON "payment_attempts" USING btree ("organization_id","payment_link_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_by_charge" ON "payment_attempts" USING btree ("organization_id","gateway_id","charge_ref");--> statement-breakpoint
CREATE INDEX "payment_links_by_invoice" ON "payment_links" USING btree ("organization_id","invoice_id","created_at");--> statement-breakpoint
CREATE INDEX "disputes_by_payment" ON "disputes" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "disputes_newest" ON "disputes" USING btree ("organization_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_items_payment_unique" ON "payout_items" USING btree ("organization_id","payment_id") WHERE "payout_items"."payment_id" is not null and "payout_items"."kind" = 'payment';--> statement-breakpoint
CREATE INDEX "payout_items_by_refund" ON "payout_items" USING btree ("organization_id","refund_id");--> statement-breakpoint
CREATE INDEX "payout_items_by_dispute" ON "payout_items" USING btree ("organization_id","dispute_id");--> statement-breakpoint
CREATE INDEX "payout_items_mismatched" ON "payout_items" USING btree ("organization_id","payout_id") WHERE "payout_items"."mismatch" is not null;--> statement-breakpoint
CREATE INDEX "payouts_newest" ON "payouts" USING btree ("organization_id","arrives_on","id");--> statement-breakpoint
CREATE INDEX "method_setups_to_check" ON "method_setups" USING btree ("organization_id","check_at") WHERE "method_setups"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "method_setups_by_method" ON "method_setups" USING btree ("organization_id","saved_method_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_gateways_current_unique" ON "payment_gateways" USING btree ("organization_id",coalesce("legal_entity_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "payment_gateways"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "payment_gateways_by_vendor" ON "payment_gateways" USING btree ("organization_id","vendor");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_methods_member_default_unique" ON "saved_methods" USING btree ("organization_id","payer_member_id","gateway_id") WHERE "saved_methods"."is_default" and "saved_methods"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_methods_company_default_unique" ON "saved_methods" USING btree ("organization_id","payer_company_id","gateway_id") WHERE "saved_methods"."is_default" and "saved_methods"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "saved_methods_by_member" ON "saved_methods" USING btree ("organization_id","payer_member_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_methods_by_company" ON "saved_methods" USING btree ("organization_id","payer_company_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_methods_expiring" ON "saved_methods" USING btree ("organization_id","expires_in") WHERE "saved_methods"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_refunds_ref_unique" ON "gateway_refunds" USING btree ("organization_id","gateway_id","refund_ref") WHERE "gateway_refunds"."refund_ref" is not null;--> statement-breakpoint
CREATE INDEX "gateway_refunds_to_check" ON "gateway_refunds" USING btree ("organization_id","check_at") WHERE "gateway_refunds"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_charge_unique" UNIQUE("organization_id","gateway_id","charge_ref");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_gateway" CHECK (num_nulls("payments"."gateway_id", "payments"."charge_ref") in (0, 2) and ("payments"."gateway_id" is not null
        or "payments"."method" in ('cash', 'card_terminal', 'bank_transfer', 'cheque', 'upi'))
        and ("payments"."gateway_id" is null or "payments"."method" in ('card', 'wallet', 'bank_debit', 'upi', 'netbanking')));--> statement-breakpoint
CREATE POLICY "gateway_events_tenant" ON "gateway_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("gateway_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("gateway_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payment_attempts_tenant" ON "payment_attempts" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payment_attempts"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payment_attempts"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payment_links_tenant" ON "payment_links" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payment_links"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payment_links"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "disputes_tenant" ON "disputes" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payout_items_tenant" ON "payout_items" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payout_items"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payout_items"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payouts_tenant" ON "payouts" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payouts"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payouts"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "gateway_customers_tenant" ON "gateway_customers" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("gateway_customers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("gateway_customers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "method_setups_tenant" ON "method_setups" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("method_setups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("method_setups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payment_gateways_tenant" ON "payment_gateways" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payment_gateways"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payment_gateways"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "saved_methods_tenant" ON "saved_methods" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("saved_methods"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("saved_methods"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "gateway_refunds_tenant" ON "gateway_refunds" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("gateway_refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("gateway_refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));