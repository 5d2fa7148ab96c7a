-- The application's role reads and writes every table, with the exceptions below. Row-level security decides which rows.
GRANT USAGE ON SCHEMA public TO fitflow_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO fitflow_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fitflow_app;--> statement-breakpoint
-- The audit trail only grows; 0005_triggers refuses changes by the owner too.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, identity_events FROM fitflow_app;--> statement-breakpoint
-- An organization is archived by its owner's database role, never by the application.
REVOKE DELETE ON organizations FROM fitflow_app;
