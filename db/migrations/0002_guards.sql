-- What drizzle-kit does not write: FORCE, grants, and constraints it has no words for.
DO $$
DECLARE tenant regclass;
BEGIN
  FOR tenant IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant);
  END LOOP;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO fitflow_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO fitflow_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fitflow_app;--> statement-breakpoint
-- The trail only grows.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, identity_events FROM fitflow_app;--> statement-breakpoint
-- An organization is archived by its owner's database role, never by the application.
REVOKE DELETE ON organizations FROM fitflow_app;--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entries_grow_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER identity_events_grow_only BEFORE UPDATE OR DELETE ON identity_events FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- E6: freezes of one membership may not overlap.
ALTER TABLE membership_freezes ADD CONSTRAINT membership_freezes_no_overlap
  EXCLUDE USING gist (organization_id WITH =, membership_id WITH =, daterange(from_on, to_on, '[]') WITH &&);--> statement-breakpoint
ALTER TABLE organizations ADD CONSTRAINT organizations_logo_fk FOREIGN KEY (id, logo_file_id) REFERENCES files (organization_id, id);--> statement-breakpoint
ALTER TABLE members ADD CONSTRAINT members_import_fk FOREIGN KEY (organization_id, import_id) REFERENCES imports (organization_id, id);--> statement-breakpoint
ALTER TABLE memberships ADD CONSTRAINT memberships_import_fk FOREIGN KEY (organization_id, import_id) REFERENCES imports (organization_id, id);--> statement-breakpoint
ALTER TABLE session_families ADD CONSTRAINT session_families_organization_fk FOREIGN KEY (organization_id) REFERENCES organizations (id);
