CREATE TABLE "sandbox_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"ref" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"deliveries" integer NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sandbox_events_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "sandbox_events_deliveries" CHECK ("sandbox_events"."deliveries" >= 0 and "sandbox_events"."tries" >= 0),
	CONSTRAINT "sandbox_events_done" CHECK ("sandbox_events"."deliveries" > 0 or "sandbox_events"."due_at" is null)
);
--> statement-breakpoint
ALTER TABLE "sandbox_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox_objects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"data" jsonb NOT NULL,
	"owner_ref" text,
	"parent_ref" text,
	"due_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sandbox_objects_organization_id_unique" UNIQUE("organization_id","id"),
	CONSTRAINT "sandbox_objects_ref_unique" UNIQUE("organization_id","gateway_id","kind","ref"),
	CONSTRAINT "sandbox_objects_no_number" CHECK ("sandbox_objects"."kind" <> 'method' or "sandbox_objects"."data" ->> 'last4' ~ '^[0-9A-Za-z]{1,4}$' or "sandbox_objects"."data" ->> 'last4' is null)
);
--> statement-breakpoint
ALTER TABLE "sandbox_objects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sandbox_events" ADD CONSTRAINT "sandbox_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_events" ADD CONSTRAINT "sandbox_events_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_objects" ADD CONSTRAINT "sandbox_objects_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_objects" ADD CONSTRAINT "sandbox_objects_gateway_fk" FOREIGN KEY ("organization_id","gateway_id") REFERENCES "public"."payment_gateways"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sandbox_events_due" ON "sandbox_events" USING btree ("organization_id","gateway_id","due_at") WHERE "sandbox_events"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "sandbox_events_waiting" ON "sandbox_events" USING btree ("organization_id","created_at") WHERE "sandbox_events"."deliveries" > 0;--> statement-breakpoint
CREATE INDEX "sandbox_objects_by_owner" ON "sandbox_objects" USING btree ("organization_id","gateway_id","kind","owner_ref");--> statement-breakpoint
CREATE INDEX "sandbox_objects_by_parent" ON "sandbox_objects" USING btree ("organization_id","gateway_id","kind","parent_ref");--> statement-breakpoint
CREATE INDEX "sandbox_objects_newest" ON "sandbox_objects" USING btree ("organization_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "sandbox_objects_due" ON "sandbox_objects" USING btree ("organization_id","gateway_id","due_at") WHERE "sandbox_objects"."due_at" is not null;--> statement-breakpoint
CREATE POLICY "sandbox_events_tenant" ON "sandbox_events" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("sandbox_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("sandbox_events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sandbox_objects_tenant" ON "sandbox_objects" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("sandbox_objects"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("sandbox_objects"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));