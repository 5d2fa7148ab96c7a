DO $$
DECLARE tenant regclass;
BEGIN
  FOR tenant IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant);
  END LOOP;
END $$;--> statement-breakpoint
-- A segment may go; what was sent to it keeps the filters that it had.
ALTER TABLE bulk_messages ADD CONSTRAINT bulk_messages_segment_fk FOREIGN KEY (organization_id, segment_id)
  REFERENCES member_segments (organization_id, id) ON DELETE SET NULL (segment_id);
