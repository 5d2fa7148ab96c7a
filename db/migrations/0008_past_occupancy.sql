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
ALTER TABLE "occupancy_days" ADD CONSTRAINT "occupancy_days_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy_days" ADD CONSTRAINT "occupancy_days_location_fk" FOREIGN KEY ("organization_id","location_id") REFERENCES "public"."locations"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "occupancy_days_tenant" ON "occupancy_days" AS PERMISSIVE FOR ALL TO "fitflow_app" USING ("occupancy_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ("occupancy_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));