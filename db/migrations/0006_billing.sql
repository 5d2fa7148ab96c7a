CREATE TABLE "invoice_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"membership_id" uuid,
	"member_name" text,
	"description" text NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"due_on" date NOT NULL,
	"from_on" date,
	"to_on" date,
	"list_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_class" text NOT NULL,
	"is_price_with_tax" boolean DEFAULT true NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"taxes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"facts" jsonb,
	"line_key" text,
	"corrects_line_id" uuid,
	CONSTRAINT "invoice_lines_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "invoice_lines_sum" CHECK ("invoice_lines"."net_minor" + "invoice_lines"."tax_minor" = "invoice_lines"."total_minor"),
	CONSTRAINT "invoice_lines_quantity" CHECK ("invoice_lines"."quantity" >= 1),
	CONSTRAINT "invoice_lines_days" CHECK (("invoice_lines"."from_on" is null) = ("invoice_lines"."to_on" is null) and "invoice_lines"."to_on" >= "invoice_lines"."from_on")
);
--> statement-breakpoint
ALTER TABLE "invoice_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_settlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"payment_id" uuid,
	"credit_id" uuid,
	"credit_note_id" uuid,
	"settled_on" date NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_settlements_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "invoice_settlements_amount" CHECK ("invoice_settlements"."amount_minor" <> 0),
	CONSTRAINT "invoice_settlements_source" CHECK (("invoice_settlements"."kind" = 'payment') = ("invoice_settlements"."payment_id" is not null) and ("invoice_settlements"."kind" = 'credit') = ("invoice_settlements"."credit_id" is not null)
        and ("invoice_settlements"."kind" = 'credit_note') = ("invoice_settlements"."credit_note_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "invoice_settlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text DEFAULT 'invoice' NOT NULL,
	"origin" text NOT NULL,
	"legal_entity_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"series_id" uuid,
	"sequence" integer,
	"number" text,
	"currency" text NOT NULL,
	"issued_on" date,
	"due_on" date,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"open_minor" bigint DEFAULT 0 NOT NULL,
	"seller" jsonb,
	"buyer" jsonb,
	"corrects_invoice_id" uuid,
	"note" text,
	"finalized_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	"void_reason" text,
	"written_off_at" timestamp (3) with time zone,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "invoices_payer" CHECK (num_nonnulls("invoices"."payer_member_id", "invoices"."payer_company_id") = 1),
	CONSTRAINT "invoices_sum" CHECK ("invoices"."net_minor" + "invoices"."tax_minor" = "invoices"."total_minor" and "invoices"."total_minor" >= 0),
	CONSTRAINT "invoices_open" CHECK ("invoices"."open_minor" between 0 and "invoices"."total_minor"),
	CONSTRAINT "invoices_finalized" CHECK (num_nulls("invoices"."finalized_at", "invoices"."number", "invoices"."sequence", "invoices"."series_id", "invoices"."issued_on", "invoices"."due_on", "invoices"."seller", "invoices"."buyer") in (0, 8)),
	CONSTRAINT "invoices_draft" CHECK ("invoices"."finalized_at" is not null or ("invoices"."open_minor" = 0 and "invoices"."voided_at" is null)),
	CONSTRAINT "invoices_correction" CHECK ("invoices"."kind" = 'credit_note' or "invoices"."corrects_invoice_id" is null)
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"legal_entity_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"booked_on" date NOT NULL,
	"currency" text NOT NULL,
	"fact" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entries_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "journal_entries_fact_unique" UNIQUE("organization_id","fact")
);
--> statement-breakpoint
ALTER TABLE "journal_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journal_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"account" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"member_id" uuid,
	"company_id" uuid,
	"invoice_id" uuid,
	CONSTRAINT "journal_lines_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "journal_lines_amount" CHECK ("journal_lines"."amount_minor" <> 0)
);
--> statement-breakpoint
ALTER TABLE "journal_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"country" text,
	"state_code" text,
	"tax_id" text,
	"email" text,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_entities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"legal_name" text NOT NULL,
	"address" text,
	"country" text NOT NULL,
	"state_code" text,
	"tax_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_days" integer DEFAULT 0 NOT NULL,
	"financial_year_starts_in" integer DEFAULT 1 NOT NULL,
	"invoice_prefix" text DEFAULT 'INV' NOT NULL,
	"credit_note_prefix" text DEFAULT 'CN' NOT NULL,
	"number_digits" integer DEFAULT 5 NOT NULL,
	"numbers_by_year" boolean DEFAULT false NOT NULL,
	"bank_details" text,
	"invoice_footer" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"taxes_confirmed_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "legal_entities_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "legal_entities_country" CHECK ("legal_entities"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "legal_entities_due_days" CHECK ("legal_entities"."due_days" between 0 and 90),
	CONSTRAINT "legal_entities_digits" CHECK ("legal_entities"."number_digits" between 1 and 10),
	CONSTRAINT "legal_entities_year" CHECK ("legal_entities"."financial_year_starts_in" between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "legal_entities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"legal_entity_id" uuid NOT NULL,
	"document" text NOT NULL,
	"financial_year" text DEFAULT '' NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "number_series_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "number_series_unique" UNIQUE("organization_id","legal_entity_id","document","financial_year"),
	CONSTRAINT "number_series_next" CHECK ("number_series"."next_number" >= 1)
);
--> statement-breakpoint
ALTER TABLE "number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"legal_entity_id" uuid NOT NULL,
	"tax_class" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tax_rates_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "tax_rates_unique" UNIQUE("organization_id","legal_entity_id","tax_class","name","from_on"),
	CONSTRAINT "tax_rates_rate" CHECK ("tax_rates"."rate_ppm" between 0 and 1000000),
	CONSTRAINT "tax_rates_days" CHECK ("tax_rates"."to_on" >= "tax_rates"."from_on")
);
--> statement-breakpoint
ALTER TABLE "tax_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_credits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"location_id" uuid NOT NULL,
	"source" text NOT NULL,
	"payment_id" uuid,
	"credit_note_id" uuid,
	"amount_minor" bigint NOT NULL,
	"remaining_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"granted_on" date NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_credits_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "account_credits_payer" CHECK (num_nonnulls("account_credits"."payer_member_id", "account_credits"."payer_company_id") = 1),
	CONSTRAINT "account_credits_remaining" CHECK ("account_credits"."amount_minor" > 0 and "account_credits"."remaining_minor" between 0 and "account_credits"."amount_minor")
);
--> statement-breakpoint
ALTER TABLE "account_credits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"payer_member_id" uuid,
	"payer_company_id" uuid,
	"method" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"received_on" date NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"reference" text,
	"note" text,
	"till_session_id" uuid,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"reversed_at" timestamp (3) with time zone,
	"reversal_reason" text,
	"recorded_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "payments_payer" CHECK (num_nonnulls("payments"."payer_member_id", "payments"."payer_company_id") = 1),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" > 0),
	CONSTRAINT "payments_refunded" CHECK ("payments"."refunded_minor" between 0 and "payments"."amount_minor"),
	CONSTRAINT "payments_reversed" CHECK ("payments"."reversed_at" is null or "payments"."refunded_minor" = 0),
	CONSTRAINT "payments_till" CHECK ("payments"."method" <> 'cash' or "payments"."till_session_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"credit_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"method" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"refunded_on" date NOT NULL,
	"till_session_id" uuid,
	"reason" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_minor" > 0),
	CONSTRAINT "refunds_till" CHECK ("refunds"."method" <> 'cash' or "refunds"."till_session_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "till_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"till_session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"payment_id" uuid,
	"refund_id" uuid,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "till_movements_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "till_movements_amount" CHECK ("till_movements"."amount_minor" <> 0),
	CONSTRAINT "till_movements_reason" CHECK ("till_movements"."kind" not in ('paid_in', 'paid_out') or "till_movements"."reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "till_movements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "till_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"report_number" integer,
	"float_minor" bigint NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"counted" jsonb,
	"counted_minor" bigint,
	"expected_minor" bigint,
	"difference_reason" text,
	"left_minor" bigint,
	CONSTRAINT "till_sessions_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "till_sessions_report_unique" UNIQUE("organization_id","location_id","report_number"),
	CONSTRAINT "till_sessions_amounts" CHECK ("till_sessions"."float_minor" >= 0 and "till_sessions"."counted_minor" >= 0 and "till_sessions"."left_minor" >= 0),
	CONSTRAINT "till_sessions_closed" CHECK (num_nulls("till_sessions"."closed_at", "till_sessions"."counted_minor", "till_sessions"."expected_minor", "till_sessions"."report_number", "till_sessions"."left_minor") in (0, 5)),
	CONSTRAINT "till_sessions_difference" CHECK ("till_sessions"."counted_minor" = "till_sessions"."expected_minor" or "till_sessions"."difference_reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "till_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closures_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "closures_days" CHECK ("closures"."to_on" >= "closures"."from_on")
);
--> statement-breakpoint
ALTER TABLE "closures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coupon_plans" (
	"organization_id" uuid NOT NULL,
	"coupon_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	CONSTRAINT "coupon_plans_organization_id_coupon_id_plan_id_pk" PRIMARY KEY("organization_id","coupon_id","plan_id")
);
--> statement-breakpoint
ALTER TABLE "coupon_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coupon_redemptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"coupon_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupon_redemptions_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "coupon_redemptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"percent_bp" integer,
	"amount_minor" bigint,
	"currency" text,
	"periods" integer,
	"until_on" date,
	"applies_to" text DEFAULT 'period' NOT NULL,
	"valid_from_on" date,
	"valid_to_on" date,
	"max_uses" integer,
	"max_uses_per_member" integer DEFAULT 1 NOT NULL,
	"is_for_new_members" boolean DEFAULT false NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupons_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "coupons_value" CHECK (num_nonnulls("coupons"."percent_bp", "coupons"."amount_minor") = 1),
	CONSTRAINT "coupons_amount" CHECK ("coupons"."percent_bp" between 1 and 10000 and "coupons"."amount_minor" > 0),
	CONSTRAINT "coupons_currency" CHECK (("coupons"."amount_minor" is null) = ("coupons"."currency" is null)),
	CONSTRAINT "coupons_uses" CHECK ("coupons"."uses" >= 0 and "coupons"."uses" <= "coupons"."max_uses"),
	CONSTRAINT "coupons_days" CHECK ("coupons"."valid_to_on" >= "coupons"."valid_from_on"),
	CONSTRAINT "coupons_periods" CHECK ("coupons"."periods" >= 1 and "coupons"."max_uses" >= 1)
);
--> statement-breakpoint
ALTER TABLE "coupons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"facts" jsonb NOT NULL,
	"invoice_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_events_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "membership_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_increases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"price_minor" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"applies_to" text NOT NULL,
	"joined_before_on" date,
	"notice_days" integer NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "price_increases_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "price_increases_price" CHECK ("price_increases"."price_minor" >= 0),
	CONSTRAINT "price_increases_joined" CHECK (("price_increases"."applies_to" = 'joined_before') = ("price_increases"."joined_before_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "price_increases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"reason" text NOT NULL,
	"condition" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "price_rules_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "price_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "legal_entity_id" uuid;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD COLUMN "fee" jsonb DEFAULT '{"mode":"none"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD COLUMN "fee_to_on" date;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD COLUMN "fee_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD COLUMN "closure_id" uuid;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "billing_day" integer;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "is_first_period_free" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "min_term_months" integer;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "notice_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "renews_from" text DEFAULT 'today' NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "features" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "visit_limits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "class_limits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "guest_passes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "min_age" integer;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "max_age" integer;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "freeze_policy" jsonb;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "tax_class" text DEFAULT 'membership' NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "is_price_with_tax" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "billing" jsonb;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "fee_due_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_plan_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_plan_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "payer_member_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "payer_company_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "unpaid_due_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "unpaid_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "cancel_reason_code" text;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_corrects_line_fk" FOREIGN KEY ("organization_id","corrects_line_id") REFERENCES "public"."invoice_lines"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settlements" ADD CONSTRAINT "invoice_settlements_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settlements" ADD CONSTRAINT "invoice_settlements_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settlements" ADD CONSTRAINT "invoice_settlements_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settlements" ADD CONSTRAINT "invoice_settlements_credit_fk" FOREIGN KEY ("organization_id","credit_id") REFERENCES "public"."account_credits"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_settlements" ADD CONSTRAINT "invoice_settlements_credit_note_fk" FOREIGN KEY ("organization_id","credit_note_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_legal_entity_fk" FOREIGN KEY ("organization_id","legal_entity_id") REFERENCES "public"."legal_entities"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_series_fk" FOREIGN KEY ("organization_id","series_id") REFERENCES "public"."number_series"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_corrects_invoice_fk" FOREIGN KEY ("organization_id","corrects_invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_legal_entity_fk" FOREIGN KEY ("organization_id","legal_entity_id") REFERENCES "public"."legal_entities"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_entry_fk" FOREIGN KEY ("organization_id","entry_id") REFERENCES "public"."journal_entries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_company_fk" FOREIGN KEY ("organization_id","company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_lines" ADD CONSTRAINT "journal_lines_invoice_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_entities" ADD CONSTRAINT "legal_entities_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_legal_entity_fk" FOREIGN KEY ("organization_id","legal_entity_id") REFERENCES "public"."legal_entities"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_legal_entity_fk" FOREIGN KEY ("organization_id","legal_entity_id") REFERENCES "public"."legal_entities"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_till_session_fk" FOREIGN KEY ("organization_id","till_session_id") REFERENCES "public"."till_sessions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_credit_fk" FOREIGN KEY ("organization_id","credit_id") REFERENCES "public"."account_credits"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_till_session_fk" FOREIGN KEY ("organization_id","till_session_id") REFERENCES "public"."till_sessions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_movements" ADD CONSTRAINT "till_movements_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_movements" ADD CONSTRAINT "till_movements_till_session_fk" FOREIGN KEY ("organization_id","till_session_id") REFERENCES "public"."till_sessions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_movements" ADD CONSTRAINT "till_movements_payment_fk" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_movements" ADD CONSTRAINT "till_movements_refund_fk" FOREIGN KEY ("organization_id","refund_id") REFERENCES "public"."refunds"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_sessions" ADD CONSTRAINT "till_sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_sessions" ADD CONSTRAINT "till_sessions_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_plans" ADD CONSTRAINT "coupon_plans_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_plans" ADD CONSTRAINT "coupon_plans_coupon_fk" FOREIGN KEY ("organization_id","coupon_id") REFERENCES "public"."coupons"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_plans" ADD CONSTRAINT "coupon_plans_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_coupon_fk" FOREIGN KEY ("organization_id","coupon_id") REFERENCES "public"."coupons"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_increases" ADD CONSTRAINT "price_increases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_increases" ADD CONSTRAINT "price_increases_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_position_unique" ON "invoice_lines" USING btree ("organization_id","invoice_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_period_unique" ON "invoice_lines" USING btree ("organization_id","membership_id","from_on") WHERE "invoice_lines"."kind" = 'period' and "invoice_lines"."corrects_line_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_lines_key_unique" ON "invoice_lines" USING btree ("organization_id","membership_id","line_key") WHERE "invoice_lines"."line_key" is not null;--> statement-breakpoint
CREATE INDEX "invoice_lines_by_membership" ON "invoice_lines" USING btree ("organization_id","membership_id","due_on");--> statement-breakpoint
CREATE INDEX "invoice_lines_by_member" ON "invoice_lines" USING btree ("organization_id","member_id","due_on");--> statement-breakpoint
CREATE INDEX "invoice_lines_by_correction" ON "invoice_lines" USING btree ("organization_id","corrects_line_id");--> statement-breakpoint
CREATE INDEX "invoice_settlements_by_invoice" ON "invoice_settlements" USING btree ("organization_id","invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_settlements_by_payment" ON "invoice_settlements" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "invoice_settlements_by_credit" ON "invoice_settlements" USING btree ("organization_id","credit_id");--> statement-breakpoint
CREATE INDEX "invoice_settlements_by_credit_note" ON "invoice_settlements" USING btree ("organization_id","credit_note_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_sequence_unique" ON "invoices" USING btree ("organization_id","series_id","sequence");--> statement-breakpoint
CREATE INDEX "invoices_newest" ON "invoices" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invoices_by_number" ON "invoices" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "invoices_by_member" ON "invoices" USING btree ("organization_id","payer_member_id","created_at");--> statement-breakpoint
CREATE INDEX "invoices_by_company" ON "invoices" USING btree ("organization_id","payer_company_id","created_at");--> statement-breakpoint
CREATE INDEX "invoices_by_correction" ON "invoices" USING btree ("organization_id","corrects_invoice_id");--> statement-breakpoint
CREATE INDEX "invoices_open" ON "invoices" USING btree ("organization_id","due_on","location_id","currency","open_minor") WHERE "invoices"."open_minor" > 0;--> statement-breakpoint
CREATE INDEX "invoices_issued" ON "invoices" USING btree ("organization_id","issued_on","id");--> statement-breakpoint
CREATE INDEX "invoices_by_total" ON "invoices" USING btree ("organization_id","total_minor");--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("organization_id","due_on","id");--> statement-breakpoint
CREATE INDEX "invoices_number_prefix" ON "invoices" USING btree ("organization_id","number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "invoices_drafts" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."finalized_at" is null;--> statement-breakpoint
CREATE INDEX "invoices_voided" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."voided_at" is not null;--> statement-breakpoint
CREATE INDEX "invoices_written_off" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."written_off_at" is not null;--> statement-breakpoint
CREATE INDEX "invoices_credit_notes" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."kind" = 'credit_note';--> statement-breakpoint
CREATE INDEX "journal_entries_by_day" ON "journal_entries" USING btree ("organization_id","booked_on","id");--> statement-breakpoint
CREATE INDEX "journal_entries_recognition" ON "journal_entries" USING btree ("organization_id","location_id","booked_on") WHERE "journal_entries"."fact" like 'recognition:%';--> statement-breakpoint
CREATE INDEX "journal_lines_by_entry" ON "journal_lines" USING btree ("organization_id","entry_id");--> statement-breakpoint
CREATE INDEX "journal_lines_by_member" ON "journal_lines" USING btree ("organization_id","member_id") WHERE "journal_lines"."member_id" is not null;--> statement-breakpoint
CREATE INDEX "journal_lines_by_company" ON "journal_lines" USING btree ("organization_id","company_id") WHERE "journal_lines"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "journal_lines_by_invoice" ON "journal_lines" USING btree ("organization_id","invoice_id") WHERE "journal_lines"."invoice_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "companies_name_unique" ON "companies" USING btree ("organization_id",lower("name")) WHERE "companies"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_entities_default_unique" ON "legal_entities" USING btree ("organization_id") WHERE "legal_entities"."is_default";--> statement-breakpoint
CREATE INDEX "account_credits_remaining" ON "account_credits" USING btree ("organization_id","payer_member_id","currency","created_at") WHERE "account_credits"."remaining_minor" > 0;--> statement-breakpoint
CREATE INDEX "account_credits_by_member" ON "account_credits" USING btree ("organization_id","payer_member_id","created_at");--> statement-breakpoint
CREATE INDEX "account_credits_by_company" ON "account_credits" USING btree ("organization_id","payer_company_id","created_at");--> statement-breakpoint
CREATE INDEX "account_credits_by_payment" ON "account_credits" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_credits_credit_note_unique" ON "account_credits" USING btree ("organization_id","credit_note_id") WHERE "account_credits"."credit_note_id" is not null;--> statement-breakpoint
CREATE INDEX "payments_newest" ON "payments" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_member" ON "payments" USING btree ("organization_id","payer_member_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_by_company" ON "payments" USING btree ("organization_id","payer_company_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_by_day" ON "payments" USING btree ("organization_id","received_on","location_id","currency","amount_minor");--> statement-breakpoint
CREATE INDEX "payments_by_till" ON "payments" USING btree ("organization_id","till_session_id");--> statement-breakpoint
CREATE INDEX "refunds_by_payment" ON "refunds" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "refunds_by_credit" ON "refunds" USING btree ("organization_id","credit_id");--> statement-breakpoint
CREATE INDEX "refunds_by_day" ON "refunds" USING btree ("organization_id","refunded_on","location_id","currency","amount_minor");--> statement-breakpoint
CREATE INDEX "refunds_by_till" ON "refunds" USING btree ("organization_id","till_session_id");--> statement-breakpoint
CREATE INDEX "till_movements_by_session" ON "till_movements" USING btree ("organization_id","till_session_id","created_at");--> statement-breakpoint
CREATE INDEX "till_movements_by_payment" ON "till_movements" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "till_movements_by_refund" ON "till_movements" USING btree ("organization_id","refund_id");--> statement-breakpoint
CREATE UNIQUE INDEX "till_sessions_open_unique" ON "till_sessions" USING btree ("organization_id","location_id") WHERE "till_sessions"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "till_sessions_by_opening" ON "till_sessions" USING btree ("organization_id","location_id","opened_at");--> statement-breakpoint
CREATE INDEX "closures_by_location" ON "closures" USING btree ("organization_id","location_id","from_on");--> statement-breakpoint
CREATE INDEX "coupon_plans_by_plan" ON "coupon_plans" USING btree ("organization_id","plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_redemptions_unique" ON "coupon_redemptions" USING btree ("organization_id","coupon_id","membership_id");--> statement-breakpoint
CREATE INDEX "coupon_redemptions_by_member" ON "coupon_redemptions" USING btree ("organization_id","member_id","coupon_id");--> statement-breakpoint
CREATE INDEX "coupon_redemptions_by_membership" ON "coupon_redemptions" USING btree ("organization_id","membership_id");--> statement-breakpoint
CREATE INDEX "coupons_by_created" ON "coupons" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_code_unique" ON "coupons" USING btree ("organization_id","code") WHERE "coupons"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "membership_events_by_membership" ON "membership_events" USING btree ("organization_id","membership_id","created_at");--> statement-breakpoint
CREATE INDEX "price_increases_by_plan" ON "price_increases" USING btree ("organization_id","plan_id","effective_on");--> statement-breakpoint
CREATE UNIQUE INDEX "price_increases_pending_unique" ON "price_increases" USING btree ("organization_id","plan_id") WHERE "price_increases"."applied_at" is null and "price_increases"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "price_rules_by_plan" ON "price_rules" USING btree ("organization_id","plan_id","position");--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD CONSTRAINT "membership_freezes_closure_fk" FOREIGN KEY ("organization_id","closure_id") REFERENCES "public"."closures"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_next_plan_fk" FOREIGN KEY ("organization_id","next_plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_payer_member_fk" FOREIGN KEY ("organization_id","payer_member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_payer_company_fk" FOREIGN KEY ("organization_id","payer_company_id") REFERENCES "public"."companies"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_freezes_by_closure" ON "membership_freezes" USING btree ("organization_id","closure_id") WHERE "membership_freezes"."closure_id" is not null;--> statement-breakpoint
CREATE INDEX "memberships_due" ON "memberships" USING btree ("organization_id","location_id","next_bill_on") WHERE "memberships"."next_bill_on" is not null;--> statement-breakpoint
CREATE INDEX "memberships_fee_due" ON "memberships" USING btree ("organization_id","location_id","fee_due_on") WHERE "memberships"."fee_due_on" is not null;--> statement-breakpoint
CREATE INDEX "memberships_unpaid" ON "memberships" USING btree ("organization_id","unpaid_due_on","member_id") WHERE "memberships"."unpaid_due_on" is not null;--> statement-breakpoint
CREATE INDEX "memberships_by_next_plan" ON "memberships" USING btree ("organization_id","next_plan_id") WHERE "memberships"."next_plan_id" is not null;--> statement-breakpoint
CREATE INDEX "memberships_by_payer_member" ON "memberships" USING btree ("organization_id","payer_member_id") WHERE "memberships"."payer_member_id" is not null;--> statement-breakpoint
CREATE INDEX "memberships_by_payer_company" ON "memberships" USING btree ("organization_id","payer_company_id") WHERE "memberships"."payer_company_id" is not null;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD CONSTRAINT "membership_plans_billing_day" CHECK ("membership_plans"."billing_day" between 1 and 31);--> statement-breakpoint
ALTER TABLE "membership_plans" ADD CONSTRAINT "membership_plans_ages" CHECK ("membership_plans"."min_age" >= 0 and "membership_plans"."max_age" >= coalesce("membership_plans"."min_age", 0));--> statement-breakpoint
ALTER TABLE "membership_plans" ADD CONSTRAINT "membership_plans_notice" CHECK ("membership_plans"."notice_days" between 0 and 365 and "membership_plans"."min_term_months" between 1 and 60);--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_next_plan" CHECK (("memberships"."next_plan_id" is null) = ("memberships"."next_plan_on" is null));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_payer" CHECK (num_nonnulls("memberships"."payer_member_id", "memberships"."payer_company_id") <= 1);--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unpaid" CHECK ("memberships"."unpaid_minor" >= 0 and ("memberships"."unpaid_due_on" is null) = ("memberships"."unpaid_minor" = 0));--> statement-breakpoint
CREATE POLICY "invoice_lines_tenant" ON "invoice_lines" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("invoice_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("invoice_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "invoice_settlements_tenant" ON "invoice_settlements" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("invoice_settlements"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("invoice_settlements"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "invoices_tenant" ON "invoices" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("invoices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("invoices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "journal_entries_tenant" ON "journal_entries" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("journal_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("journal_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "journal_lines_tenant" ON "journal_lines" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("journal_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("journal_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "companies_tenant" ON "companies" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("companies"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("companies"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "legal_entities_tenant" ON "legal_entities" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("legal_entities"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("legal_entities"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "number_series_tenant" ON "number_series" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("number_series"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("number_series"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tax_rates_tenant" ON "tax_rates" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("tax_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("tax_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "account_credits_tenant" ON "account_credits" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("account_credits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("account_credits"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "payments_tenant" ON "payments" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "refunds_tenant" ON "refunds" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "till_movements_tenant" ON "till_movements" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("till_movements"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("till_movements"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "till_sessions_tenant" ON "till_sessions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("till_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("till_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "closures_tenant" ON "closures" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("closures"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("closures"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "coupon_plans_tenant" ON "coupon_plans" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("coupon_plans"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("coupon_plans"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "coupon_redemptions_tenant" ON "coupon_redemptions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("coupon_redemptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("coupon_redemptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "coupons_tenant" ON "coupons" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("coupons"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("coupons"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "membership_events_tenant" ON "membership_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("membership_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("membership_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "price_increases_tenant" ON "price_increases" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("price_increases"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("price_increases"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "price_rules_tenant" ON "price_rules" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("price_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("price_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));