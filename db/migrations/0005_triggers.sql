-- The audit trail only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entries_grow_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER identity_events_grow_only BEFORE UPDATE OR DELETE ON identity_events FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- member_logins: the members with a user who are not archived.
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
-- member_activity: one row for each member, with the number of visits, the last one and the days of the recent ones. A visit may
-- be dated one day ahead of the member's day, so at least 57 days are kept for the last 56, the newest first.
CREATE FUNCTION begin_member_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_activity (organization_id, member_id) SELECT organization_id, id FROM added ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_begin_activity AFTER INSERT ON members
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_member_activity();--> statement-breakpoint
CREATE FUNCTION add_member_visits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  -- A check-in adds one visit. Of the older days only the last one is looked at.
  IF (SELECT count(*) FROM (SELECT FROM added LIMIT 2) AS first_two) = 1 THEN
    SELECT organization_id, member_id, check_in_at, visit_on, undone_at INTO one FROM added;
    IF one.undone_at IS NOT NULL THEN
      RETURN NULL;
    END IF;
    UPDATE member_activity SET visits = visits + 1, last_visit_at = greatest(last_visit_at, one.check_in_at),
      recent_visits = one.visit_on || CASE WHEN recent_visits[cardinality(recent_visits)] > one.visit_on - 57 THEN recent_visits
        ELSE ARRAY(SELECT day FROM unnest(recent_visits) AS day WHERE day > one.visit_on - 57) END
      WHERE organization_id = one.organization_id AND member_id = one.member_id;
    IF FOUND THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO member_activity AS kept (organization_id, member_id, last_visit_at, visits, recent_visits)
    SELECT organization_id, member_id, max(check_in_at), count(*), array_agg(visit_on ORDER BY visit_on DESC) FROM added
    WHERE undone_at IS NULL GROUP BY organization_id, member_id ORDER BY organization_id, member_id
  ON CONFLICT (organization_id, member_id) DO UPDATE
    SET visits = kept.visits + excluded.visits, last_visit_at = greatest(kept.last_visit_at, excluded.last_visit_at),
      recent_visits = ARRAY(SELECT day FROM unnest(kept.recent_visits || excluded.recent_visits) AS day
        WHERE day > (SELECT max(added_on) - 57 FROM unnest(excluded.recent_visits) AS added_on) ORDER BY day DESC);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER check_ins_add_visits AFTER INSERT ON check_ins
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_member_visits();--> statement-breakpoint
CREATE FUNCTION recount_member_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE member_activity SET (visits, last_visit_at, recent_visits) =
    (SELECT count(*), max(check_in_at), coalesce(array_agg(visit_on ORDER BY visit_on DESC) FILTER (WHERE visit_on > last_on - 57), '{}')
      FROM (SELECT check_in_at, visit_on, max(visit_on) OVER () AS last_on FROM check_ins
        WHERE organization_id = OLD.organization_id AND member_id = OLD.member_id AND undone_at IS NULL) AS counted)
    WHERE organization_id = OLD.organization_id AND member_id = OLD.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER check_ins_recount_undone AFTER UPDATE OF undone_at, check_in_at, visit_on ON check_ins FOR EACH ROW
  WHEN (OLD.undone_at IS DISTINCT FROM NEW.undone_at OR (OLD.check_in_at, OLD.visit_on) <> (NEW.check_in_at, NEW.visit_on))
  EXECUTE FUNCTION recount_member_visits();--> statement-breakpoint
CREATE TRIGGER check_ins_recount_removed AFTER DELETE ON check_ins FOR EACH ROW EXECUTE FUNCTION recount_member_visits();--> statement-breakpoint
-- A5: open streams are notified of every change of a user's rights, whichever code or process makes it. Delivered with the commit.
-- These rows change rarely; frequent changes are notified after the commit (lib/kernel/signals.ts).
CREATE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  signal jsonb;
BEGIN
  signal := CASE TG_TABLE_NAME
    WHEN 'organizations' THEN jsonb_build_object('organization_id', changed -> 'id')
    WHEN 'users' THEN jsonb_build_object('user_id', changed -> 'id')
    WHEN 'staff_locations' THEN (
      SELECT jsonb_build_object('user_id', s.user_id) FROM staff s
      WHERE s.organization_id = (changed ->> 'organization_id')::uuid AND s.id = (changed ->> 'staff_id')::uuid)
    ELSE jsonb_build_object('user_id', changed -> 'user_id')
  END;
  IF signal IS NOT NULL THEN
    PERFORM pg_notify('fitflow_live', (signal || '{"topic": "rights"}')::text);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER users_tell_rights AFTER UPDATE OF session_version, disabled_at, is_super_admin ON users FOR EACH ROW
  WHEN ((OLD.session_version, OLD.disabled_at, OLD.is_super_admin) IS DISTINCT FROM (NEW.session_version, NEW.disabled_at, NEW.is_super_admin))
  EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER session_families_tell_rights AFTER UPDATE OF revoked_at ON session_families FOR EACH ROW
  WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at) EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER session_families_tell_end AFTER DELETE ON session_families FOR EACH ROW EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER organizations_tell_rights AFTER UPDATE OF suspended_at ON organizations FOR EACH ROW
  WHEN (OLD.suspended_at IS DISTINCT FROM NEW.suspended_at) EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER staff_tell_rights AFTER UPDATE OF role, ended_at ON staff FOR EACH ROW
  WHEN ((OLD.role, OLD.ended_at) IS DISTINCT FROM (NEW.role, NEW.ended_at)) EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER staff_tell_end AFTER INSERT OR DELETE ON staff FOR EACH ROW EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER staff_locations_tell_rights AFTER INSERT OR UPDATE OR DELETE ON staff_locations FOR EACH ROW
  EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER member_logins_tell_rights AFTER UPDATE OR DELETE ON member_logins FOR EACH ROW
  EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER support_grants_tell_rights AFTER UPDATE OF ended_at, expires_at ON support_grants FOR EACH ROW
  WHEN ((OLD.ended_at, OLD.expires_at) IS DISTINCT FROM (NEW.ended_at, NEW.expires_at)) EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER support_grants_tell_end AFTER DELETE ON support_grants FOR EACH ROW EXECUTE FUNCTION tell_rights();
