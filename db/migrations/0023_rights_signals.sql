-- A5: open streams are told of every change of somebody's rights, whichever code or process makes it. Delivered with the commit.
-- These rows change rarely; what happens often is told after the commit instead (lib/kernel/signals.ts).
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
