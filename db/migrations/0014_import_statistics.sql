-- Also when an import is complete: to the planner a gym that it has not looked at since is a gym of one member, whose lists it
-- reads by whichever index comes first, all of the gym for every row.
DROP FUNCTION analyze_grown_tables();--> statement-breakpoint
CREATE FUNCTION analyze_grown_tables(is_complete boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  grown regclass;
BEGIN
  FOR grown IN
    SELECT oid::regclass FROM pg_class
    WHERE oid = ANY ('{members,member_activity,memberships,import_rows}'::regclass[])
      AND (pg_relation_size(oid) > 8192 * (16 + 2 * greatest(relpages, 0)::bigint) OR (is_complete AND relname <> 'import_rows'))
    ORDER BY oid
  LOOP
    EXECUTE format('ANALYZE %s', grown);
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION analyze_grown_tables(boolean) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION analyze_grown_tables(boolean) TO fitflow_app;
