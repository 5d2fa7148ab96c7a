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
ALTER TABLE session_families ADD CONSTRAINT session_families_organization_fk FOREIGN KEY (organization_id) REFERENCES organizations (id);--> statement-breakpoint
-- Row-level security keeps LIKE, which PostgreSQL does not call leakproof, away from the trigram index: 36 ms instead of 1 at
-- 100,000 members. This function reads as its owner and binds the organization itself; where the owner is bound by the
-- policies too, it stays an ordinary function, which is slower and as correct.
CREATE FUNCTION member_search_hits(terms text[], max_hits integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE ROWS 100 SET search_path = public, pg_temp AS $$
DECLARE
  bound uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  condition text;
BEGIN
  -- Fewer than three letters inside a word are in no trigram: they are looked for where a word begins.
  SELECT string_agg(CASE WHEN char_length(term) < 3
      THEN format('(search_text LIKE %L OR search_text LIKE %L)', plain || '%', '% ' || plain || '%')
      ELSE format('search_text LIKE %L', '%' || plain || '%') END, ' AND ')
    INTO condition
    FROM (SELECT term, regexp_replace(term, '([\\%_])', '\\\1', 'g') AS plain FROM unnest(terms) AS term) AS typed;
  RETURN QUERY EXECUTE 'SELECT id FROM members WHERE organization_id = $1 AND ' || condition || ' LIMIT $2'
    USING bound, max_hits;
END $$;--> statement-breakpoint
DO $$
BEGIN
  IF (SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    ALTER FUNCTION member_search_hits(text[], integer) SECURITY DEFINER;
  END IF;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION member_search_hits(text[], integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION member_search_hits(text[], integer) TO fitflow_app;--> statement-breakpoint
CREATE FUNCTION keep_member_login() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM member_logins WHERE organization_id = OLD.organization_id AND member_id = OLD.id;
  END IF;
  IF NEW.user_id IS NOT NULL AND NEW.archived_at IS NULL THEN
    INSERT INTO member_logins (organization_id, member_id, user_id) VALUES (NEW.organization_id, NEW.id, NEW.user_id);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_begin_login AFTER INSERT ON members FOR EACH ROW
  WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION keep_member_login();--> statement-breakpoint
CREATE TRIGGER members_keep_login AFTER UPDATE OF user_id, archived_at ON members FOR EACH ROW
  WHEN (OLD.user_id IS NOT NULL OR NEW.user_id IS NOT NULL) EXECUTE FUNCTION keep_member_login();--> statement-breakpoint
CREATE FUNCTION begin_member_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_activity (organization_id, member_id) SELECT organization_id, id FROM added ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_begin_activity AFTER INSERT ON members
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_member_activity();--> statement-breakpoint
CREATE FUNCTION add_member_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_activity AS kept (organization_id, member_id, last_visit_at, visits)
    SELECT organization_id, member_id, max(check_in_at), count(*) FROM added
    WHERE undone_at IS NULL GROUP BY organization_id, member_id ORDER BY organization_id, member_id
  ON CONFLICT (organization_id, member_id) DO UPDATE
    SET visits = kept.visits + excluded.visits, last_visit_at = greatest(kept.last_visit_at, excluded.last_visit_at);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER check_ins_add_visits AFTER INSERT ON check_ins
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_member_visits();--> statement-breakpoint
CREATE FUNCTION recount_member_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE member_activity SET (visits, last_visit_at) =
    (SELECT count(*), max(check_in_at) FROM check_ins
      WHERE organization_id = OLD.organization_id AND member_id = OLD.member_id AND undone_at IS NULL)
    WHERE organization_id = OLD.organization_id AND member_id = OLD.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER check_ins_recount_undone AFTER UPDATE OF undone_at, check_in_at ON check_ins FOR EACH ROW
  WHEN (OLD.undone_at IS DISTINCT FROM NEW.undone_at OR OLD.check_in_at <> NEW.check_in_at)
  EXECUTE FUNCTION recount_member_visits();--> statement-breakpoint
CREATE TRIGGER check_ins_recount_removed AFTER DELETE ON check_ins FOR EACH ROW EXECUTE FUNCTION recount_member_visits();--> statement-breakpoint
-- Statistics of tables that an import has more than doubled since anybody looked; in this order, so that two imports do
-- not wait for each other in a circle. Only a table's owner may analyze it.
CREATE FUNCTION analyze_grown_tables() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  grown regclass;
BEGIN
  FOR grown IN
    SELECT oid::regclass FROM pg_class
    WHERE oid = ANY ('{members,member_activity,memberships,import_rows}'::regclass[])
      AND pg_relation_size(oid) > 8192 * (16 + 2 * greatest(relpages, 0)::bigint)
    ORDER BY oid
  LOOP
    EXECUTE format('ANALYZE %s', grown);
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION analyze_grown_tables() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION analyze_grown_tables() TO fitflow_app;
