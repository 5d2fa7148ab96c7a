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
CREATE TABLE "bulk_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"segment_id" uuid,
	"filters" jsonb NOT NULL,
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
CREATE TABLE "message_reports" (
	"organization_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"event_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_reports_organization_id_vendor_event_id_pk" PRIMARY KEY("organization_id","vendor","event_id")
);
--> statement-breakpoint
ALTER TABLE "message_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"to_address" text NOT NULL,
	"to_name" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"content" jsonb,
	"media_urls" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text,
	"send_after" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp (3) with time zone,
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
ALTER TABLE "members" ADD COLUMN "guardian_name" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "guardian_email" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "guardian_phone" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "preferred_channel" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "blocked_addresses" ADD CONSTRAINT "blocked_addresses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD CONSTRAINT "bulk_messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD CONSTRAINT "bulk_messages_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preferences" ADD CONSTRAINT "message_preferences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preferences" ADD CONSTRAINT "message_preferences_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_providers" ADD CONSTRAINT "message_providers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reports" ADD CONSTRAINT "message_reports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_rules" ADD CONSTRAINT "message_rules_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_bulk_fk" FOREIGN KEY ("organization_id","bulk_id") REFERENCES "public"."bulk_messages"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_settings" ADD CONSTRAINT "schedule_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notices" ADD CONSTRAINT "staff_notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notices" ADD CONSTRAINT "staff_notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blocked_addresses_one" ON "blocked_addresses" USING btree ("organization_id","channel","address") WHERE "blocked_addresses"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_messages_by_time" ON "bulk_messages" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token_unique" ON "devices" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "devices_by_member" ON "devices" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "message_reports_received" ON "message_reports" USING btree ("organization_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("organization_id","event_key","recipient_key","channel");--> statement-breakpoint
CREATE INDEX "messages_by_time" ON "messages" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_member" ON "messages" USING btree ("organization_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_bulk" ON "messages" USING btree ("organization_id","bulk_id","state","id") WHERE "messages"."bulk_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_provider_id" ON "messages" USING btree ("organization_id","provider_message_id") WHERE "messages"."provider_message_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("organization_id","send_after","id") WHERE "messages"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "schedule_runs_once" ON "schedule_runs" USING btree ("organization_id","location_id","schedule","run_on","repetition");--> statement-breakpoint
CREATE INDEX "schedule_runs_by_time" ON "schedule_runs" USING btree ("organization_id","started_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_notices_once" ON "staff_notices" USING btree ("organization_id","user_id","event_key");--> statement-breakpoint
CREATE INDEX "staff_notices_by_user" ON "staff_notices" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "staff_notices_unread" ON "staff_notices" USING btree ("organization_id","user_id") WHERE "staff_notices"."read_at" is null;--> statement-breakpoint
CREATE POLICY "blocked_addresses_tenant" ON "blocked_addresses" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("blocked_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("blocked_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "bulk_messages_tenant" ON "bulk_messages" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("bulk_messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("bulk_messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_tenant" ON "devices" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_preferences_tenant" ON "message_preferences" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_preferences"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_preferences"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_providers_tenant" ON "message_providers" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_providers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_providers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_reports_tenant" ON "message_reports" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_reports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_reports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_rules_tenant" ON "message_rules" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_rules"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "message_templates_tenant" ON "message_templates" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("message_templates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("message_templates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "messages_tenant" ON "messages" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("messages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "schedule_runs_tenant" ON "schedule_runs" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("schedule_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("schedule_runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "schedule_settings_tenant" ON "schedule_settings" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("schedule_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("schedule_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "staff_notices_tenant" ON "staff_notices" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("staff_notices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("staff_notices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));