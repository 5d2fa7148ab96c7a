CREATE TABLE "closure_exceptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"closure_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"frozen_days" integer NOT NULL,
	CONSTRAINT "closure_exceptions_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "closure_exceptions_days" CHECK ("closure_exceptions"."frozen_days" >= 0 and ("closure_exceptions"."outcome" = 'skipped') = ("closure_exceptions"."frozen_days" = 0))
);
--> statement-breakpoint
ALTER TABLE "closure_exceptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "ended_freeze" jsonb;--> statement-breakpoint
ALTER TABLE "account_credits" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "account_credits" ADD COLUMN "lapsed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership_plans" ADD COLUMN "family_discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "closure_exceptions" ADD CONSTRAINT "closure_exceptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure_exceptions" ADD CONSTRAINT "closure_exceptions_closure_fk" FOREIGN KEY ("organization_id","closure_id") REFERENCES "public"."closures"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure_exceptions" ADD CONSTRAINT "closure_exceptions_membership_fk" FOREIGN KEY ("organization_id","membership_id") REFERENCES "public"."memberships"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "closure_exceptions_once" ON "closure_exceptions" USING btree ("organization_id","closure_id","membership_id");--> statement-breakpoint
CREATE INDEX "closure_exceptions_by_membership" ON "closure_exceptions" USING btree ("organization_id","membership_id");--> statement-breakpoint
CREATE INDEX "account_credits_expiring" ON "account_credits" USING btree ("organization_id","location_id","expires_on") WHERE "account_credits"."expires_on" is not null and "account_credits"."remaining_minor" > 0;--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_expiry" CHECK ("account_credits"."expires_on" is null or ("account_credits"."source" = 'goodwill' and "account_credits"."expires_on" >= "account_credits"."granted_on"));--> statement-breakpoint
ALTER TABLE "account_credits" ADD CONSTRAINT "account_credits_lapsed" CHECK ("account_credits"."lapsed_minor" >= 0 and ("account_credits"."lapsed_minor" = 0 or "account_credits"."expires_on" is not null));--> statement-breakpoint
CREATE POLICY "closure_exceptions_tenant" ON "closure_exceptions" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("closure_exceptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("closure_exceptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));