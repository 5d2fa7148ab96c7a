CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"membership_id" uuid,
	"check_in_at" timestamp (3) with time zone NOT NULL,
	"visit_on" date NOT NULL,
	"local_hour" integer NOT NULL,
	"auto_check_out_at" timestamp (3) with time zone NOT NULL,
	"check_out_at" timestamp (3) with time zone,
	"check_out_kind" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"method" text NOT NULL,
	"pass_nonce" text,
	"sessions_taken" integer DEFAULT 0 NOT NULL,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"overridden_reason" text,
	"staff_reason" text,
	"checked_in_by" uuid,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	"undo_reason" text,
	CONSTRAINT "check_ins_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "check_ins_order" CHECK ("check_ins"."check_out_at" >= "check_ins"."check_in_at" and "check_ins"."auto_check_out_at" >= "check_ins"."check_in_at"),
	CONSTRAINT "check_ins_out_kind" CHECK (("check_ins"."check_out_at" is null) = ("check_ins"."check_out_kind" is null)),
	CONSTRAINT "check_ins_hour" CHECK ("check_ins"."local_hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "check_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "denied_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"member_id" uuid,
	"denied_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"method" text NOT NULL,
	"scanned_by" uuid,
	CONSTRAINT "denied_entries_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "denied_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "occupancy_days" (
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"day_on" date NOT NULL,
	"inside" integer[] NOT NULL,
	CONSTRAINT "occupancy_days_organization_id_location_id_day_on_pk" PRIMARY KEY("organization_id","location_id","day_on"),
	CONSTRAINT "occupancy_days_minutes" CHECK (cardinality("occupancy_days"."inside") = 1440)
);
--> statement-breakpoint
ALTER TABLE "occupancy_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_folds" (
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"folded_to_on" date NOT NULL,
	CONSTRAINT "visit_folds_organization_id_location_id_pk" PRIMARY KEY("organization_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "visit_folds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit_hours" (
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"visit_on" date NOT NULL,
	"local_hour" integer NOT NULL,
	"method" text NOT NULL,
	"visits" integer NOT NULL,
	CONSTRAINT "visit_hours_organization_id_location_id_visit_on_local_hour_method_pk" PRIMARY KEY("organization_id","location_id","visit_on","local_hour","method"),
	CONSTRAINT "visit_hours_count" CHECK ("visit_hours"."visits" >= 0)
);
--> statement-breakpoint
ALTER TABLE "visit_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"storage_key" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "files_storage_key_unique" UNIQUE("organization_id","storage_key")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"sign_up" jsonb,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_tokens_shape" CHECK (case "one_time_tokens"."purpose" when 'verify_email' then "one_time_tokens"."sign_up" is not null else "one_time_tokens"."user_id" is not null end)
);
--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_email" text NOT NULL,
	"subject" text NOT NULL,
	"text_body" text NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"vendor" text DEFAULT 'local',
	"detail" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"send_after" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"provider_message_id" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"session_version" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"successor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_families" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid,
	"surface" text NOT NULL,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"is_super_admin" boolean DEFAULT false NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_folded" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"organization_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"status" text NOT NULL,
	"raw" jsonb NOT NULL,
	"parsed" jsonb,
	"problems" jsonb,
	"member_id" uuid,
	"membership_id" uuid,
	CONSTRAINT "import_rows_organization_id_import_id_row_number_pk" PRIMARY KEY("organization_id","import_id","row_number")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"headers" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"location_ids" uuid[],
	"date_format_evidence" text NOT NULL,
	"total_rows" integer DEFAULT 0 NOT NULL,
	"processed_rows" integer DEFAULT 0 NOT NULL,
	"summary" jsonb,
	"failure" text,
	"leased_until" timestamp (3) with time zone,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_cron_ticks" (
	"function_id" text NOT NULL,
	"expression" text NOT NULL,
	"tick_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_cron_ticks_function_id_expression_tick_at_pk" PRIMARY KEY("function_id","expression","tick_at")
);
--> statement-breakpoint
ALTER TABLE "job_cron_ticks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_events" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"data" json NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"routed_at" timestamp (3) with time zone,
	"thrown" json
);
--> statement-breakpoint
ALTER TABLE "job_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_functions" (
	"id" text PRIMARY KEY NOT NULL,
	"description" json NOT NULL,
	"events" text[] NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_functions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"function_id" text NOT NULL,
	"step_id" text,
	"concurrency" json NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"token" uuid,
	"takeovers" integer DEFAULT 0 NOT NULL,
	"is_stale" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"function_id" text NOT NULL,
	"function_name" text NOT NULL,
	"event_id" text NOT NULL,
	"event_name" text NOT NULL,
	"idempotency_key" text,
	"state" text NOT NULL,
	"concurrency" json NOT NULL,
	"max_attempts" integer NOT NULL,
	"parent_run_id" uuid,
	"parent_step_id" text,
	"retried_run_id" uuid,
	"output" json,
	"failure" json,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_runs_finished_once" CHECK (("job_runs"."state" in ('completed', 'failed', 'cancelled')) = ("job_runs"."finished_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_steps" (
	"run_id" uuid NOT NULL,
	"id" text NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"position" integer,
	"is_race" boolean DEFAULT false NOT NULL,
	"data" json,
	"failure" json,
	"thrown" json,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_steps_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
ALTER TABLE "job_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_waits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" text,
	"event_name" text NOT NULL,
	"expression" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "job_waits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"ip" text,
	"request_id" text,
	CONSTRAINT "audit_entries_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organization_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" json,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_organization_id_actor_id_key_pk" PRIMARY KEY("organization_id","actor_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_events_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"capacity" integer,
	"opening_hours" jsonb NOT NULL,
	"week_starts_on" integer DEFAULT 1 NOT NULL,
	"address" text,
	"phone" text,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "locations_capacity_positive" CHECK ("locations"."capacity" > 0),
	CONSTRAINT "locations_week_day" CHECK ("locations"."week_starts_on" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_activity" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"last_visit_at" timestamp (3) with time zone,
	"last_visit_or_never" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(last_visit_at, '-infinity'::timestamptz)) STORED,
	"visits" integer DEFAULT 0 NOT NULL,
	"recent_visits" date[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "member_activity_member_unique" UNIQUE("organization_id","member_id"),
	CONSTRAINT "member_activity_visits" CHECK ("member_activity"."visits" >= 0)
);
--> statement-breakpoint
ALTER TABLE "member_activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"code_hint" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"issued_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	CONSTRAINT "member_cards_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "member_cards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_code_counters" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_code_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_logins" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "member_logins_member_unique" UNIQUE("organization_id","member_id"),
	CONSTRAINT "member_logins_user_unique" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "member_logins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_medical" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"ciphertext" text NOT NULL,
	"screened_on" date,
	"needs_clearance" boolean DEFAULT false NOT NULL,
	"cleared_on" date,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_medical_member_unique" UNIQUE("organization_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "member_medical" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_segments_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "member_segments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_code" text NOT NULL,
	"user_id" uuid,
	"first_name" text NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"is_phone_known" boolean,
	"birth_on" date,
	"gender" text,
	"address" text,
	"notes" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"home_location_id" uuid NOT NULL,
	"joined_on" date NOT NULL,
	"emergency_contact_name" text,
	"emergency_contact_phone" text,
	"emergency_contact_relation" text,
	"guardian_name" text,
	"guardian_email" text,
	"guardian_phone" text,
	"preferred_channel" text,
	"language" text,
	"photo_file_id" uuid,
	"marketing_consent_at" timestamp (3) with time zone,
	"marketing_consent_source" text,
	"waiver_signed_at" timestamp (3) with time zone,
	"guardian_signed_at" timestamp (3) with time zone,
	"banned_at" timestamp (3) with time zone,
	"ban_reason" text,
	"import_id" uuid,
	"archived_at" timestamp (3) with time zone,
	"search_text" text NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "members_email_folded" CHECK ("members"."email" = lower("members"."email")),
	CONSTRAINT "members_first_name_present" CHECK (length(trim("members"."first_name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership_freezes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_freezes_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "membership_freezes_term" CHECK ("membership_freezes"."to_on" >= "membership_freezes"."from_on")
);
--> statement-breakpoint
ALTER TABLE "membership_freezes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership_plan_locations" (
	"organization_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	CONSTRAINT "membership_plan_locations_organization_id_plan_id_location_id_pk" PRIMARY KEY("organization_id","plan_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "membership_plan_locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"description" text,
	"kind" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"joining_fee_minor" bigint DEFAULT 0 NOT NULL,
	"interval_unit" text NOT NULL,
	"interval_count" integer DEFAULT 1 NOT NULL,
	"sessions_included" integer,
	"access_hours" jsonb,
	"import_id" uuid,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_plans_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "membership_plans_price" CHECK ("membership_plans"."price_minor" >= 0 and "membership_plans"."joining_fee_minor" >= 0),
	CONSTRAINT "membership_plans_interval" CHECK ("membership_plans"."interval_count" between 1 and 120),
	CONSTRAINT "membership_plans_sessions" CHECK ("membership_plans"."sessions_included" > 0)
);
--> statement-breakpoint
ALTER TABLE "membership_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"plan_name" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"joining_fee_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"anchor_day" integer NOT NULL,
	"next_bill_on" date,
	"sessions_included" integer,
	"sessions_used" integer DEFAULT 0 NOT NULL,
	"arrears_since_on" date,
	"arrears_minor" bigint DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_on" date,
	"cancel_reason" text,
	"sold_by" uuid,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "memberships_term" CHECK ("memberships"."ends_on" >= "memberships"."starts_on"),
	CONSTRAINT "memberships_sessions" CHECK ("memberships"."sessions_used" >= 0 and ("memberships"."sessions_included" is null or "memberships"."sessions_used" <= "memberships"."sessions_included")),
	CONSTRAINT "memberships_anchor" CHECK ("memberships"."anchor_day" between 1 and 31),
	CONSTRAINT "memberships_arrears" CHECK ("memberships"."arrears_minor" >= 0 and ("memberships"."arrears_since_on" is not null or "memberships"."arrears_minor" = 0)),
	CONSTRAINT "memberships_cancelled" CHECK (("memberships"."cancelled_on" is null) = ("memberships"."cancelled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"segment_id" uuid,
	"filters" jsonb NOT NULL,
	"location_ids" uuid[],
	"category" text NOT NULL,
	"channel" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"content_sid" text,
	"state" text NOT NULL,
	"failure" text,
	"scheduled_at" timestamp (3) with time zone,
	"prepared_after" uuid,
	"recipients" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bulk_messages_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_reports" (
	"organization_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"event_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_reports_organization_id_vendor_event_id_pk" PRIMARY KEY("organization_id","vendor","event_id")
);
--> statement-breakpoint
ALTER TABLE "message_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid,
	"bulk_id" uuid,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"event_key" text NOT NULL,
	"recipient_key" text NOT NULL,
	"about_id" uuid,
	"about_on" date,
	"to_address" text collate "C" NOT NULL,
	"to_name" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"content" jsonb,
	"media_urls" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"variables" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"detail" text,
	"send_after" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"tried_since" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"batch_id" uuid,
	"vendor" text,
	"provider_message_id" text,
	"cost_amount" numeric(12, 6),
	"cost_currency" text,
	"other_channels" text[] DEFAULT '{}' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "messages_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "messages_sent" CHECK ("messages"."state" not in ('sent', 'delivered') or "messages"."sent_at" is not null),
	CONSTRAINT "messages_reason" CHECK ("messages"."state" not in ('held', 'suppressed', 'failed', 'unknown') or "messages"."reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "blocked_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text,
	"blocked_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "blocked_addresses_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "blocked_addresses_order" CHECK ("blocked_addresses"."lifted_at" >= "blocked_addresses"."blocked_at")
);
--> statement-breakpoint
ALTER TABLE "blocked_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token" text NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "devices_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_preferences" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"category" text NOT NULL,
	"is_allowed" boolean NOT NULL,
	"source" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_preferences_organization_id_member_id_channel_category_pk" PRIMARY KEY("organization_id","member_id","channel","category"),
	CONSTRAINT "message_preferences_category" CHECK ("message_preferences"."category" <> 'transactional' or "message_preferences"."is_allowed")
);
--> statement-breakpoint
ALTER TABLE "message_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_providers" (
	"organization_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"vendor" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credentials_ciphertext" text,
	"failing_since" timestamp (3) with time zone,
	"failure" text,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_providers_organization_id_channel_pk" PRIMARY KEY("organization_id","channel"),
	CONSTRAINT "message_providers_failure" CHECK (("message_providers"."failing_since" is null) = ("message_providers"."failure" is null))
);
--> statement-breakpoint
ALTER TABLE "message_providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_rules" (
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_on" boolean NOT NULL,
	"channels" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_rules_organization_id_kind_pk" PRIMARY KEY("organization_id","kind")
);
--> statement-breakpoint
ALTER TABLE "message_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_templates" (
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"content_sid" text,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_templates_organization_id_kind_channel_language_pk" PRIMARY KEY("organization_id","kind","channel","language")
);
--> statement-breakpoint
ALTER TABLE "message_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"currency" text NOT NULL,
	"brand_color" text DEFAULT '#0d6b68' NOT NULL,
	"logo_file_id" uuid,
	"member_code_prefix" text NOT NULL,
	"policies" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_shape" CHECK ("organizations"."slug" ~ '^[a-z0-9](-?[a-z0-9])+$'),
	CONSTRAINT "organizations_brand_shape" CHECK ("organizations"."brand_color" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schedule_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"schedule" text NOT NULL,
	"run_on" date NOT NULL,
	"repetition" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"acted" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"requested_by" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "schedule_runs_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "schedule_runs_finished" CHECK (("schedule_runs"."state" = 'running') = ("schedule_runs"."finished_at" is null))
);
--> statement-breakpoint
ALTER TABLE "schedule_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schedule_settings" (
	"organization_id" uuid NOT NULL,
	"schedule" text NOT NULL,
	"is_on" boolean NOT NULL,
	"local_time" text NOT NULL,
	"weekday" integer,
	"effective_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_settings_organization_id_schedule_pk" PRIMARY KEY("organization_id","schedule"),
	CONSTRAINT "schedule_settings_time" CHECK ("schedule_settings"."local_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "schedule_settings_weekday" CHECK ("schedule_settings"."weekday" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "schedule_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_key" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"href" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "staff_notices_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"location_ids" uuid[] DEFAULT '{}' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_organization_id_unique" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_locations" (
	"organization_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	CONSTRAINT "staff_locations_organization_id_staff_id_location_id_pk" PRIMARY KEY("organization_id","staff_id","location_id")
);
--> statement-breakpoint
ALTER TABLE "staff_locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "support_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "support_grants_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "support_grants_bounded" CHECK ("support_grants"."expires_at" <= "support_grants"."granted_at" + interval '8 hours')
);
--> statement-breakpoint
ALTER TABLE "support_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" json,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denied_entries" ADD CONSTRAINT "denied_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denied_entries" ADD CONSTRAINT "denied_entries_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denied_entries" ADD CONSTRAINT "denied_entries_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy_days" ADD CONSTRAINT "occupancy_days_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy_days" ADD CONSTRAINT "occupancy_days_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_folds" ADD CONSTRAINT "visit_folds_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_folds" ADD CONSTRAINT "visit_folds_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_hours" ADD CONSTRAINT "visit_hours_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_hours" ADD CONSTRAINT "visit_hours_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_family_id_session_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."session_families"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_families" ADD CONSTRAINT "session_families_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_families" ADD CONSTRAINT "session_families_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_queue" ADD CONSTRAINT "job_queue_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_event_id_job_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."job_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_run_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_waits" ADD CONSTRAINT "job_waits_run_id_job_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_events" ADD CONSTRAINT "outbox_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_activity" ADD CONSTRAINT "member_activity_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_activity" ADD CONSTRAINT "member_activity_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cards" ADD CONSTRAINT "member_cards_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cards" ADD CONSTRAINT "member_cards_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_code_counters" ADD CONSTRAINT "member_code_counters_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_logins" ADD CONSTRAINT "member_logins_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_logins" ADD CONSTRAINT "member_logins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_logins" ADD CONSTRAINT "member_logins_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_medical" ADD CONSTRAINT "member_medical_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_medical" ADD CONSTRAINT "member_medical_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_segments" ADD CONSTRAINT "member_segments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_home_location_fk" FOREIGN KEY ("organization_id","home_location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_photo_fk" FOREIGN KEY ("organization_id","photo_file_id") REFERENCES "public"."files"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD CONSTRAINT "membership_freezes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_freezes" ADD CONSTRAINT "membership_freezes_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_plan_locations" ADD CONSTRAINT "membership_plan_locations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_plan_locations" ADD CONSTRAINT "membership_plan_locations_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_plan_locations" ADD CONSTRAINT "membership_plan_locations_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD CONSTRAINT "membership_plans_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."membership_plans"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD CONSTRAINT "bulk_messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD CONSTRAINT "bulk_messages_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reports" ADD CONSTRAINT "message_reports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_bulk_fk" FOREIGN KEY ("organization_id","bulk_id") REFERENCES "public"."bulk_messages"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_addresses" ADD CONSTRAINT "blocked_addresses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preferences" ADD CONSTRAINT "message_preferences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preferences" ADD CONSTRAINT "message_preferences_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_providers" ADD CONSTRAINT "message_providers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_rules" ADD CONSTRAINT "message_rules_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_settings" ADD CONSTRAINT "schedule_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notices" ADD CONSTRAINT "staff_notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notices" ADD CONSTRAINT "staff_notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_locations" ADD CONSTRAINT "staff_locations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_locations" ADD CONSTRAINT "staff_locations_staff_fk" FOREIGN KEY ("organization_id","staff_id") REFERENCES "public"."staff"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_locations" ADD CONSTRAINT "staff_locations_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_grants" ADD CONSTRAINT "support_grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_grants" ADD CONSTRAINT "support_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_idempotency_keys" ADD CONSTRAINT "person_idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "check_ins_one_open_visit" ON "check_ins" USING btree ("organization_id","member_id") WHERE "check_ins"."check_out_at" is null and "check_ins"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "check_ins_nonce_unique" ON "check_ins" USING btree ("organization_id","pass_nonce") WHERE "check_ins"."pass_nonce" is not null;--> statement-breakpoint
CREATE INDEX "check_ins_open" ON "check_ins" USING btree ("organization_id","location_id","auto_check_out_at") WHERE "check_ins"."check_out_at" is null and "check_ins"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "check_ins_by_time" ON "check_ins" USING btree ("organization_id","check_in_at","id");--> statement-breakpoint
CREATE INDEX "check_ins_by_location_day" ON "check_ins" USING btree ("organization_id","location_id","visit_on","local_hour");--> statement-breakpoint
CREATE INDEX "check_ins_by_member" ON "check_ins" USING btree ("organization_id","member_id","check_in_at");--> statement-breakpoint
CREATE INDEX "check_ins_by_membership" ON "check_ins" USING btree ("organization_id","membership_id") WHERE "check_ins"."membership_id" is not null;--> statement-breakpoint
CREATE INDEX "denied_entries_by_time" ON "denied_entries" USING btree ("organization_id","denied_at","id");--> statement-breakpoint
CREATE INDEX "denied_entries_by_member" ON "denied_entries" USING btree ("organization_id","member_id","denied_at");--> statement-breakpoint
CREATE INDEX "identity_events_user" ON "identity_events" USING btree ("user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_tokens_hash_unique" ON "one_time_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "one_time_tokens_user" ON "one_time_tokens" USING btree ("user_id","purpose");--> statement-breakpoint
CREATE INDEX "one_time_tokens_email" ON "one_time_tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "one_time_tokens_expires" ON "one_time_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_mails_created" ON "outbox_mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_mails_waiting" ON "outbox_mails" USING btree ("send_after") WHERE "outbox_mails"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_hash_unique" ON "refresh_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_expires" ON "refresh_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "session_families_user" ON "session_families" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "import_rows_by_status" ON "import_rows" USING btree ("organization_id","import_id","status","row_number");--> statement-breakpoint
CREATE INDEX "imports_by_created" ON "imports" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_events_waiting" ON "job_events" USING btree ("created_at","id") WHERE "job_events"."routed_at" is null;--> statement-breakpoint
CREATE INDEX "job_events_received" ON "job_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "job_events_thrown" ON "job_events" USING btree ("created_at") WHERE "job_events"."thrown" is not null;--> statement-breakpoint
CREATE INDEX "job_events_organization" ON "job_events" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "job_queue_due" ON "job_queue" USING btree ("run_at","id") WHERE "job_queue"."locked_until" is null;--> statement-breakpoint
CREATE INDEX "job_queue_locked" ON "job_queue" USING btree ("locked_until") WHERE "job_queue"."locked_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "job_queue_one_call" ON "job_queue" USING btree ("run_id") WHERE "job_queue"."step_id" is null;--> statement-breakpoint
CREATE INDEX "job_queue_run" ON "job_queue" USING btree ("run_id","step_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_idempotency_unique" ON "job_runs" USING btree ("function_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "job_runs_event" ON "job_runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "job_runs_created" ON "job_runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_organization" ON "job_runs" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_finished" ON "job_runs" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "job_runs_failed" ON "job_runs" USING btree ("organization_id","created_at","id") WHERE "job_runs"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "job_waits_event" ON "job_waits" USING btree ("event_name");--> statement-breakpoint
CREATE INDEX "job_waits_run" ON "job_waits" USING btree ("run_id","step_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("organization_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_target" ON "audit_entries" USING btree ("organization_id","target_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_events_waiting" ON "outbox_events" USING btree ("organization_id","created_at") WHERE "outbox_events"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "locations_name_unique" ON "locations" USING btree ("organization_id",lower("name")) WHERE "locations"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "member_activity_by_last_visit" ON "member_activity" USING btree ("organization_id","last_visit_or_never","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_cards_hash_unique" ON "member_cards" USING btree ("organization_id","code_hash");--> statement-breakpoint
CREATE INDEX "member_cards_member" ON "member_cards" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "member_logins_user" ON "member_logins" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_segments_name_unique" ON "member_segments" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "members_code_unique" ON "members" USING btree ("organization_id","member_code");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email_unique" ON "members" USING btree ("organization_id","email") WHERE "members"."email" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_user_unique" ON "members" USING btree ("organization_id","user_id") WHERE "members"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_by_name" ON "members" USING btree ("organization_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "members_by_joined" ON "members" USING btree ("organization_id","joined_on","id");--> statement-breakpoint
CREATE INDEX "members_by_import" ON "members" USING btree ("organization_id","import_id");--> statement-breakpoint
CREATE INDEX "members_by_location" ON "members" USING btree ("organization_id","home_location_id");--> statement-breakpoint
CREATE INDEX "members_current" ON "members" USING btree ("organization_id","home_location_id","joined_on","id") WHERE "members"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "members_search" ON "members" USING gin ("organization_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_tags" ON "members" USING gin ("organization_id","tags");--> statement-breakpoint
CREATE INDEX "membership_freezes_membership" ON "membership_freezes" USING btree ("organization_id","membership_id");--> statement-breakpoint
CREATE INDEX "membership_freezes_by_end" ON "membership_freezes" USING btree ("organization_id","to_on");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_plans_code_unique" ON "membership_plans" USING btree ("organization_id","code") WHERE "membership_plans"."code" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_plans_name_unique" ON "membership_plans" USING btree ("organization_id",lower("name")) WHERE "membership_plans"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "membership_plans_by_import" ON "membership_plans" USING btree ("organization_id","import_id");--> statement-breakpoint
CREATE INDEX "memberships_member" ON "memberships" USING btree ("organization_id","member_id","starts_on");--> statement-breakpoint
CREATE INDEX "memberships_by_end" ON "memberships" USING btree ("organization_id","ends_on");--> statement-breakpoint
CREATE INDEX "memberships_by_plan" ON "memberships" USING btree ("organization_id","plan_id");--> statement-breakpoint
CREATE INDEX "memberships_in_arrears" ON "memberships" USING btree ("organization_id","location_id","currency","arrears_minor","member_id") WHERE "memberships"."arrears_since_on" is not null;--> statement-breakpoint
CREATE INDEX "memberships_sold" ON "memberships" USING btree ("organization_id","created_at","location_id","currency","price_minor","joining_fee_minor") WHERE "memberships"."import_id" is null;--> statement-breakpoint
CREATE INDEX "memberships_cancelled" ON "memberships" USING btree ("organization_id","member_id") WHERE "memberships"."cancelled_at" is not null;--> statement-breakpoint
CREATE INDEX "memberships_by_import" ON "memberships" USING btree ("organization_id","import_id");--> statement-breakpoint
CREATE INDEX "memberships_by_created" ON "memberships" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_messages_by_time" ON "bulk_messages" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "message_reports_received" ON "message_reports" USING btree ("organization_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("organization_id","event_key","recipient_key","channel");--> statement-breakpoint
CREATE INDEX "messages_by_time" ON "messages" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_state" ON "messages" USING btree ("organization_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_kind" ON "messages" USING btree ("organization_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_address" ON "messages" USING btree ("organization_id","to_address");--> statement-breakpoint
CREATE INDEX "messages_by_member" ON "messages" USING btree ("organization_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_channel" ON "messages" USING btree ("organization_id","channel","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_category" ON "messages" USING btree ("organization_id","category","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_bulk" ON "messages" USING btree ("organization_id","bulk_id","created_at","id") WHERE "messages"."bulk_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_bulk_state" ON "messages" USING btree ("organization_id","bulk_id","state","created_at","id") WHERE "messages"."bulk_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_kept" ON "messages" USING btree ("organization_id","created_at","id") WHERE "messages"."vendor" = 'local' and "messages"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_provider_id" ON "messages" USING btree ("organization_id","provider_message_id") WHERE "messages"."provider_message_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("organization_id","channel","send_after","id") WHERE "messages"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "blocked_addresses_one" ON "blocked_addresses" USING btree ("organization_id","channel","address") WHERE "blocked_addresses"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token_unique" ON "devices" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "devices_by_member" ON "devices" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug_unique" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "schedule_runs_once" ON "schedule_runs" USING btree ("organization_id","location_id","schedule","run_on","repetition");--> statement-breakpoint
CREATE INDEX "schedule_runs_by_time" ON "schedule_runs" USING btree ("organization_id","started_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_notices_once" ON "staff_notices" USING btree ("organization_id","user_id","event_key");--> statement-breakpoint
CREATE INDEX "staff_notices_by_user" ON "staff_notices" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "staff_notices_unread" ON "staff_notices" USING btree ("organization_id","user_id") WHERE "staff_notices"."read_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_unique" ON "invitations" USING btree ("organization_id","email") WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_unique" ON "invitations" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_user_unique" ON "staff" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "staff_user" ON "staff" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "staff_locations_location" ON "staff_locations" USING btree ("organization_id","location_id");--> statement-breakpoint
CREATE INDEX "support_grants_user" ON "support_grants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "person_idempotency_keys_created" ON "person_idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "check_ins_tenant" ON "check_ins" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("check_ins"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("check_ins"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "denied_entries_tenant" ON "denied_entries" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("denied_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("denied_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "occupancy_days_tenant" ON "occupancy_days" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("occupancy_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("occupancy_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "visit_folds_tenant" ON "visit_folds" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("visit_folds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("visit_folds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "visit_hours_tenant" ON "visit_hours" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("visit_hours"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("visit_hours"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "files_tenant" ON "files" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("files"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("files"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "import_rows_tenant" ON "import_rows" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("import_rows"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("import_rows"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "imports_tenant" ON "imports" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("imports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("imports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_cron_ticks_engine" ON "job_cron_ticks" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_events_engine" ON "job_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_events_own" ON "job_events" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_functions_engine" ON "job_functions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_queue_engine" ON "job_queue" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_runs_engine" ON "job_runs" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_runs_own" ON "job_runs" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_steps_engine" ON "job_steps" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "job_steps_own" ON "job_steps" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("job_steps"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "job_waits_engine" ON "job_waits" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ((select current_setting('app.executor', true)) = 'on') WITH CHECK ((select current_setting('app.executor', true)) = 'on');--> statement-breakpoint
CREATE POLICY "audit_entries_read" ON "audit_entries" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ("audit_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "audit_entries_write" ON "audit_entries" AS PERMISSIVE FOR INSERT TO "fitflow_app" WITH CHECK ("audit_entries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "idempotency_keys_tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("idempotency_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("idempotency_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "outbox_events_tenant" ON "outbox_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("outbox_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("outbox_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "locations_tenant" ON "locations" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_activity_tenant" ON "member_activity" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_activity"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_activity"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_cards_tenant" ON "member_cards" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_cards"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_cards"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_code_counters_tenant" ON "member_code_counters" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_code_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_code_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_logins_own" ON "member_logins" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and "member_logins"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_logins_tenant" ON "member_logins" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_logins"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_logins"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_medical_tenant" ON "member_medical" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_medical"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_medical"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_segments_tenant" ON "member_segments" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_segments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_segments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "members_tenant" ON "members" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "membership_freezes_tenant" ON "membership_freezes" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("membership_freezes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("membership_freezes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "membership_plan_locations_tenant" ON "membership_plan_locations" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("membership_plan_locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("membership_plan_locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "membership_plans_tenant" ON "membership_plans" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("membership_plans"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("membership_plans"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "memberships_tenant" ON "memberships" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("memberships"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("memberships"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "bulk_messages_tenant" ON "bulk_messages" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("bulk_messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("bulk_messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_reports_tenant" ON "message_reports" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_reports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_reports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "messages_tenant" ON "messages" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "blocked_addresses_tenant" ON "blocked_addresses" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("blocked_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("blocked_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_tenant" ON "devices" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_preferences_tenant" ON "message_preferences" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_preferences"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_preferences"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_providers_tenant" ON "message_providers" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_providers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_providers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_rules_tenant" ON "message_rules" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_templates_tenant" ON "message_templates" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_templates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_templates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organizations_public_card" ON "organizations" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING (true);--> statement-breakpoint
CREATE POLICY "organizations_own_insert" ON "organizations" AS PERMISSIVE FOR INSERT TO "fitflow_app" WITH CHECK ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organizations_own_update" ON "organizations" AS PERMISSIVE FOR UPDATE TO "fitflow_app" USING ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "schedule_runs_tenant" ON "schedule_runs" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("schedule_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("schedule_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "schedule_settings_tenant" ON "schedule_settings" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("schedule_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("schedule_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "staff_notices_tenant" ON "staff_notices" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("staff_notices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("staff_notices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "invitations_tenant" ON "invitations" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "staff_own" ON "staff" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and "staff"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "staff_tenant" ON "staff" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("staff"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("staff"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "staff_locations_own" ON "staff_locations" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and exists (select 1 from staff s where s.organization_id = "staff_locations"."organization_id" and s.id = "staff_locations"."staff_id" and s.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "staff_locations_tenant" ON "staff_locations" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("staff_locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("staff_locations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "support_grants_own" ON "support_grants" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and "support_grants"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "support_grants_tenant" ON "support_grants" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("support_grants"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("support_grants"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
