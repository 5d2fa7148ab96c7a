CREATE TABLE "member_invitation_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"member_ids" uuid[],
	"filters" jsonb,
	"import_id" uuid,
	"location_ids" uuid[],
	"prepared_after" uuid,
	"looked_at" integer DEFAULT 0 NOT NULL,
	"invited" integer DEFAULT 0 NOT NULL,
	"skipped" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "member_invitation_batches_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "member_invitation_batches_audience" CHECK (num_nonnulls("member_invitation_batches"."member_ids", "member_invitation_batches"."filters", "member_invitation_batches"."import_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "member_invitation_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_invitations_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "member_invitations_folded" CHECK ("member_invitations"."email" = lower("member_invitations"."email")),
	CONSTRAINT "member_invitations_one_end" CHECK ("member_invitations"."accepted_at" is null or "member_invitations"."revoked_at" is null)
);
--> statement-breakpoint
ALTER TABLE "member_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_addresses" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"birth_on" date,
	"time_zone" text NOT NULL,
	CONSTRAINT "member_addresses_organization_id_member_id_kind_pk" PRIMARY KEY("organization_id","member_id","kind"),
	CONSTRAINT "member_addresses_folded" CHECK ("member_addresses"."email" = lower("member_addresses"."email")),
	CONSTRAINT "member_addresses_ward" CHECK ("member_addresses"."kind" = 'own' or "member_addresses"."birth_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "member_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "one_time_tokens" DROP CONSTRAINT "one_time_tokens_shape";--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "button_label" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "brand" jsonb;--> statement-breakpoint
ALTER TABLE "session_families" ADD COLUMN "acting_member_id" uuid;--> statement-breakpoint
ALTER TABLE "member_invitation_batches" ADD CONSTRAINT "member_invitation_batches_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitation_batches" ADD CONSTRAINT "member_invitation_batches_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitation_batches" ADD CONSTRAINT "member_invitation_batches_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_addresses" ADD CONSTRAINT "member_addresses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_addresses" ADD CONSTRAINT "member_addresses_member_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_invitation_batches_created" ON "member_invitation_batches" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitations_token_unique" ON "member_invitations" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitations_open_unique" ON "member_invitations" USING btree ("organization_id","member_id") WHERE "member_invitations"."accepted_at" is null and "member_invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "member_invitations_member" ON "member_invitations" USING btree ("organization_id","member_id","sent_at");--> statement-breakpoint
CREATE INDEX "member_addresses_email" ON "member_addresses" USING btree ("email");--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_shape" CHECK (case "one_time_tokens"."purpose" when 'verify_email' then "one_time_tokens"."sign_up" is not null when 'reset_password' then "one_time_tokens"."user_id" is not null else true end);--> statement-breakpoint
CREATE POLICY "member_invitation_batches_tenant" ON "member_invitation_batches" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_invitation_batches"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_invitation_batches"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_invitations_tenant" ON "member_invitations" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_addresses_own" ON "member_addresses" AS PERMISSIVE FOR SELECT TO "fitflow_app" USING ((select nullif(current_setting('app.organization_id', true), '')::uuid) is null and ("member_addresses"."email" = (select nullif(current_setting('app.email', true), ''))
        or "member_addresses"."email" = (select u.email from users u where u.id = (select nullif(current_setting('app.user_id', true), '')::uuid) and u.email_verified_at is not null)));--> statement-breakpoint
CREATE POLICY "member_addresses_tenant" ON "member_addresses" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("member_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("member_addresses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));