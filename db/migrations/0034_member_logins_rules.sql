ALTER TABLE member_invitations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member_invitation_batches FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- member_addresses: the mailboxes of the members who are not archived, and of the guardians of those with a birth date.
CREATE FUNCTION add_member_addresses(one members) RETURNS void LANGUAGE sql AS $$
  INSERT INTO member_addresses (organization_id, member_id, kind, email, birth_on, time_zone)
    SELECT one.organization_id, one.id, address.kind, lower(address.email), one.birth_on, l.time_zone
    FROM locations l, (VALUES ('own', one.email), ('guardian', CASE WHEN one.birth_on IS NOT NULL THEN one.guardian_email END)) AS address (kind, email)
    WHERE l.organization_id = one.organization_id AND l.id = one.home_location_id
      AND one.archived_at IS NULL AND address.email IS NOT NULL;
$$;--> statement-breakpoint
CREATE FUNCTION begin_member_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_addresses (organization_id, member_id, kind, email, birth_on, time_zone)
    SELECT a.organization_id, a.id, address.kind, lower(address.email), a.birth_on, l.time_zone
    FROM added a JOIN locations l ON l.organization_id = a.organization_id AND l.id = a.home_location_id
    CROSS JOIN LATERAL (VALUES ('own', a.email), ('guardian', CASE WHEN a.birth_on IS NOT NULL THEN a.guardian_email END)) AS address (kind, email)
    WHERE a.archived_at IS NULL AND address.email IS NOT NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_begin_addresses AFTER INSERT ON members
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_member_addresses();--> statement-breakpoint
CREATE FUNCTION keep_member_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM member_addresses WHERE organization_id = OLD.organization_id AND member_id = OLD.id;
  PERFORM add_member_addresses(NEW);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_keep_addresses AFTER UPDATE OF email, guardian_email, birth_on, archived_at, home_location_id ON members FOR EACH ROW
  WHEN ((OLD.email, OLD.guardian_email, OLD.birth_on, OLD.archived_at, OLD.home_location_id)
    IS DISTINCT FROM (NEW.email, NEW.guardian_email, NEW.birth_on, NEW.archived_at, NEW.home_location_id))
  EXECUTE FUNCTION keep_member_addresses();--> statement-breakpoint
-- The owner of the tables sees the existing members only while the policies do not bind it.
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE locations NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT add_member_addresses(m) FROM members m WHERE m.archived_at IS NULL AND (m.email IS NOT NULL OR m.guardian_email IS NOT NULL);--> statement-breakpoint
ALTER TABLE locations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE members FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member_addresses FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A5: the end of a guardian's relation, and a change of the ward that a session shows, are changes of rights.
CREATE OR REPLACE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
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
    WHEN 'member_addresses' THEN (SELECT jsonb_build_object('user_id', u.id) FROM users u WHERE u.email = changed ->> 'email')
    ELSE jsonb_build_object('user_id', changed -> 'user_id')
  END;
  IF signal IS NOT NULL THEN
    PERFORM pg_notify('fitflow_live', (signal || '{"topic": "rights"}')::text);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER member_addresses_tell_rights AFTER UPDATE OR DELETE ON member_addresses FOR EACH ROW
  WHEN (OLD.kind = 'guardian') EXECUTE FUNCTION tell_rights();--> statement-breakpoint
CREATE TRIGGER session_families_tell_ward AFTER UPDATE OF acting_member_id ON session_families FOR EACH ROW
  WHEN (OLD.acting_member_id IS DISTINCT FROM NEW.acting_member_id) EXECUTE FUNCTION tell_rights();
