-- What lies in the safe of a location: what its tills put there, less what went into a float or to the bank.
CREATE FUNCTION safe_held(organization uuid, location uuid, of_currency text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT coalesce(sum(s.counted_minor - s.left_minor) FILTER (WHERE s.closed_at IS NOT NULL), 0)
      - coalesce(sum(s.float_change_minor) FILTER (WHERE s.float_source = 'safe'), 0) FROM till_sessions s
      WHERE s.organization_id = organization AND s.location_id = location AND s.currency = of_currency)
    - (SELECT coalesce(sum(m.amount_minor), 0) FROM till_movements m
      JOIN till_sessions s ON s.organization_id = m.organization_id AND s.id = m.till_session_id
      WHERE m.organization_id = organization AND s.location_id = location AND s.currency = of_currency
        AND m.kind = 'to_safe')
    - (SELECT coalesce(sum(d.amount_minor), 0) FROM bank_deposits d
      WHERE d.organization_id = organization AND d.location_id = location AND d.currency = of_currency)
$$;--> statement-breakpoint
-- A safe never gives more than it holds. The lock of the location makes two takings exclude each other.
CREATE OR REPLACE FUNCTION refuse_empty_safe() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
BEGIN
  PERFORM 1 FROM locations WHERE organization_id = NEW.organization_id AND id = NEW.location_id FOR NO KEY UPDATE;
  held := safe_held(NEW.organization_id, NEW.location_id, NEW.currency);
  IF NEW.amount_minor > held THEN
    RAISE EXCEPTION 'the safe of the location % holds %', NEW.location_id, held
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_deposits_held';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_float_of_empty_safe() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
BEGIN
  PERFORM 1 FROM locations WHERE organization_id = NEW.organization_id AND id = NEW.location_id FOR NO KEY UPDATE;
  -- The row is stored before this runs, so its own float is already taken out.
  held := safe_held(NEW.organization_id, NEW.location_id, NEW.currency);
  IF held < 0 THEN
    RAISE EXCEPTION 'the safe of the location % lacks %', NEW.location_id, -held
      USING ERRCODE = 'check_violation', CONSTRAINT = 'till_sessions_safe';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER till_sessions_safe_new AFTER INSERT ON till_sessions FOR EACH ROW
  WHEN (NEW.float_source = 'safe' AND NEW.float_change_minor > 0) EXECUTE FUNCTION refuse_float_of_empty_safe();--> statement-breakpoint
CREATE TRIGGER till_sessions_safe_changed AFTER UPDATE OF float_change_minor, float_source ON till_sessions FOR EACH ROW
  WHEN (NEW.float_source = 'safe' AND NEW.float_change_minor > 0) EXECUTE FUNCTION refuse_float_of_empty_safe();
