-- Refreshes the statistics of tables that a large write has grown, which only their owner may do. Without new statistics the planner
-- takes the organization for one of a single member and reads all its rows for every row of a list, and triggers and checks of
-- foreign keys keep the plan that they made for an empty table. ANALYZE holds its lock to the end of the transaction. Between the parts
-- of a write nobody waits for it (SKIP_LOCKED). The order is fixed, so that two imports that end together do not deadlock.
CREATE OR REPLACE FUNCTION analyze_grown_tables(is_complete boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  grown regclass;
BEGIN
  FOR grown IN
    SELECT oid::regclass FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relowner = current_user::regrole
      AND (pg_relation_size(oid) > 8192 * (16 + 2 * greatest(relpages, 0)::bigint)
        OR (is_complete AND relname IN ('members', 'member_activity', 'memberships')))
    ORDER BY oid
  LOOP
    EXECUTE format('ANALYZE %s %s', CASE WHEN is_complete THEN '' ELSE '(SKIP_LOCKED)' END, grown);
  END LOOP;
END $$;
