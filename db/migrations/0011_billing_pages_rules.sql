ALTER TABLE bank_deposits FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON bank_deposits FROM fitflow_app;--> statement-breakpoint
CREATE TRIGGER bank_deposits_grow_only BEFORE UPDATE OR DELETE ON bank_deposits FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- A safe never gives more than the tills put into it. The lock of the location makes two deposits exclude each other.
CREATE FUNCTION refuse_empty_safe() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
BEGIN
  PERFORM 1 FROM locations WHERE organization_id = NEW.organization_id AND id = NEW.location_id FOR NO KEY UPDATE;
  SELECT (SELECT coalesce(sum(s.counted_minor - s.left_minor), 0) FROM till_sessions s
      WHERE s.organization_id = NEW.organization_id AND s.location_id = NEW.location_id AND s.currency = NEW.currency
        AND s.closed_at IS NOT NULL)
    - (SELECT coalesce(sum(m.amount_minor), 0) FROM till_movements m
      JOIN till_sessions s ON s.organization_id = m.organization_id AND s.id = m.till_session_id
      WHERE m.organization_id = NEW.organization_id AND s.location_id = NEW.location_id AND s.currency = NEW.currency
        AND m.kind = 'to_safe')
    - (SELECT coalesce(sum(d.amount_minor), 0) FROM bank_deposits d
      WHERE d.organization_id = NEW.organization_id AND d.location_id = NEW.location_id AND d.currency = NEW.currency)
  INTO held;
  IF NEW.amount_minor > held THEN
    RAISE EXCEPTION 'the safe of the location % holds %', NEW.location_id, held
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bank_deposits_held';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER bank_deposits_held BEFORE INSERT ON bank_deposits FOR EACH ROW EXECUTE FUNCTION refuse_empty_safe();
