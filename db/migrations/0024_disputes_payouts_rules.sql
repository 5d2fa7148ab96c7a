-- K17: money that the payer's bank has taken back is neither refunded nor reversed. The payment is locked by each of them.
CREATE FUNCTION disputed_minor(tenant uuid, payment uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(d.amount_minor), 0)::bigint FROM disputes d
    WHERE d.organization_id = tenant AND d.payment_id = payment AND d.taken_at IS NOT NULL AND d.returned_at IS NULL
$$;--> statement-breakpoint
CREATE FUNCTION refuse_disputed_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  disputed bigint;
  paid bigint;
  refunded bigint;
BEGIN
  SELECT p.amount_minor, p.refunded_minor INTO paid, refunded FROM payments p
    WHERE p.organization_id = NEW.organization_id AND p.id = NEW.payment_id FOR UPDATE;
  disputed := disputed_minor(NEW.organization_id, NEW.payment_id);
  IF disputed > 0 AND (refunded + disputed + NEW.amount_minor > paid OR EXISTS (SELECT FROM disputes d
      WHERE d.organization_id = NEW.organization_id AND d.payment_id = NEW.payment_id AND d.taken_at IS NOT NULL AND d.closed_at IS NULL)) THEN
    RAISE EXCEPTION 'the money of the payment % is disputed', NEW.payment_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_disputed';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER refunds_refuse_disputed BEFORE INSERT ON refunds FOR EACH ROW EXECUTE FUNCTION refuse_disputed_refund();--> statement-breakpoint
CREATE FUNCTION refuse_disputed_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF disputed_minor(NEW.organization_id, NEW.id) > 0 THEN
    RAISE EXCEPTION 'the money of the payment % is disputed', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_disputed';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payments_refuse_disputed BEFORE UPDATE ON payments FOR EACH ROW
  WHEN (OLD.reversed_at IS NULL AND NEW.reversed_at IS NOT NULL) EXECUTE FUNCTION refuse_disputed_reversal();--> statement-breakpoint
-- What a dispute is about never changes, and neither does money that was taken or that came back.
CREATE FUNCTION keep_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.payment_id, OLD.gateway_id, OLD.dispute_ref, OLD.currency, OLD.opened_at)
      IS DISTINCT FROM (NEW.payment_id, NEW.gateway_id, NEW.dispute_ref, NEW.currency, NEW.opened_at)
      OR OLD.taken_at IS NOT NULL AND (NEW.taken_at, NEW.amount_minor) IS DISTINCT FROM (OLD.taken_at, OLD.amount_minor)
      OR OLD.returned_at IS NOT NULL AND NEW.returned_at IS DISTINCT FROM OLD.returned_at
      OR OLD.evidence_sent_at IS NOT NULL AND NEW.evidence_sent_at IS DISTINCT FROM OLD.evidence_sent_at
      OR OLD.status = 'won' AND NEW.status <> 'won' THEN
    RAISE EXCEPTION 'the dispute % is never changed', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'disputes_kept';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER disputes_keep BEFORE UPDATE ON disputes FOR EACH ROW EXECUTE FUNCTION keep_dispute();--> statement-breakpoint
-- The amounts of a payout and of its items are the gateway's.
CREATE FUNCTION keep_payout_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - '{payment_id,refund_id,dispute_id,location_id,mismatch}'::text[])
      IS DISTINCT FROM (to_jsonb(NEW) - '{payment_id,refund_id,dispute_id,location_id,mismatch}'::text[]) THEN
    RAISE EXCEPTION 'the payout item % is never changed', OLD.id;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payout_items_keep BEFORE UPDATE ON payout_items FOR EACH ROW EXECUTE FUNCTION keep_payout_item();
