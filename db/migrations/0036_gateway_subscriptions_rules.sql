ALTER TABLE gateway_subscriptions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE gateway_bills FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON gateway_subscriptions, gateway_bills FROM fitflow_app;--> statement-breakpoint
-- K24: a renewal whose period the gateway bills by itself. It is not charged by us while the subscription is live.
CREATE FUNCTION collected_by_gateway(tenant uuid, invoice uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM invoice_lines l
    JOIN invoices i ON i.organization_id = l.organization_id AND i.id = l.invoice_id AND i.origin = 'renewal'
    JOIN gateway_subscriptions s ON s.organization_id = l.organization_id AND s.membership_id = l.membership_id
      AND s.ended_at IS NULL AND s.first_on <= l.from_on
    WHERE l.organization_id = tenant AND l.invoice_id = invoice AND l.kind = 'period')
$$;--> statement-breakpoint
CREATE FUNCTION refuse_second_collector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF collected_by_gateway(NEW.organization_id, NEW.invoice_id) THEN
    RAISE EXCEPTION 'the gateway bills the invoice % by itself', NEW.invoice_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_attempts_one_collector';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payment_attempts_one_collector BEFORE INSERT ON payment_attempts
  FOR EACH ROW EXECUTE FUNCTION refuse_second_collector();--> statement-breakpoint
-- What a bill of the gateway was booked as never changes, and an ended subscription stays ended.
CREATE FUNCTION keep_gateway_bill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.payment_id IS NOT NULL AND (OLD.payment_id, OLD.invoice_id, OLD.amount_minor, OLD.currency)
      IS DISTINCT FROM (NEW.payment_id, NEW.invoice_id, NEW.amount_minor, NEW.currency) THEN
    RAISE EXCEPTION 'the bill % is booked', OLD.bill_ref USING ERRCODE = 'check_violation', CONSTRAINT = 'gateway_bills_kept';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER gateway_bills_keep BEFORE UPDATE ON gateway_bills FOR EACH ROW EXECUTE FUNCTION keep_gateway_bill();--> statement-breakpoint
CREATE FUNCTION keep_gateway_subscription() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL OR (OLD.membership_id, OLD.gateway_id) IS DISTINCT FROM (NEW.membership_id, NEW.gateway_id) THEN
    RAISE EXCEPTION 'the subscription % has ended', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'gateway_subscriptions_kept';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER gateway_subscriptions_keep BEFORE UPDATE ON gateway_subscriptions FOR EACH ROW EXECUTE FUNCTION keep_gateway_subscription();
