ALTER TABLE payment_gateways FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE gateway_customers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE saved_methods FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE method_setups FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE payment_links FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE payment_attempts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE gateway_events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE gateway_refunds FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE disputes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE payouts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE payout_items FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON payment_gateways, gateway_customers, saved_methods, method_setups, payment_links, payment_attempts, gateway_refunds, disputes,
  payouts, payout_items FROM fitflow_app;--> statement-breakpoint
-- K2: what an attempt is for never changes, and what was collected stays so. A failed attempt may still succeed: a gateway can authorize late.
CREATE FUNCTION keep_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.invoice_id, OLD.attempt_number, OLD.gateway_id, OLD.amount_minor, OLD.currency, OLD.created_at)
      IS DISTINCT FROM (NEW.invoice_id, NEW.attempt_number, NEW.gateway_id, NEW.amount_minor, NEW.currency, NEW.created_at) THEN
    RAISE EXCEPTION 'the payment attempt % is for something else', OLD.id;
  END IF;
  IF OLD.status = 'succeeded' AND NEW.status <> 'succeeded' OR OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL THEN
    RAISE EXCEPTION 'the payment attempt % has ended', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_attempts_kept';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payment_attempts_keep BEFORE UPDATE ON payment_attempts FOR EACH ROW EXECUTE FUNCTION keep_attempt();--> statement-breakpoint
-- K10: an invoice whose debit is on its way is not overdue. The attempt decides, so that both never differ.
CREATE FUNCTION keep_debit_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoices SET debit_pending_since = CASE WHEN NEW.status = 'processing' THEN NEW.created_at END
    WHERE organization_id = NEW.organization_id AND id = NEW.invoice_id
      AND (debit_pending_since IS NOT NULL) <> (NEW.status = 'processing');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER payment_attempts_debit_pending AFTER INSERT OR UPDATE OF status ON payment_attempts
  FOR EACH ROW EXECUTE FUNCTION keep_debit_pending();--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_final_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.finalized_at IS NOT NULL THEN
      RAISE EXCEPTION 'the finalized document % is never deleted', OLD.number;
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.finalized_at IS NULL THEN
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - '{open_minor,debit_pending_since,voided_at,void_reason,written_off_at,version,updated_at}'::text[])
      IS DISTINCT FROM (to_jsonb(NEW) - '{open_minor,debit_pending_since,voided_at,void_reason,written_off_at,version,updated_at}'::text[])
      OR OLD.voided_at IS NOT NULL AND NEW.voided_at IS DISTINCT FROM OLD.voided_at THEN
    RAISE EXCEPTION 'the finalized document % is never changed', OLD.number;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
-- As before, without invoices whose debit is on its way.
CREATE OR REPLACE FUNCTION count_unpaid(changed uuid[], tenant uuid) RETURNS void LANGUAGE sql AS $$
  SELECT m.id FROM memberships m
    WHERE m.organization_id = tenant AND m.id IN (SELECT l.membership_id FROM invoice_lines l
      WHERE l.organization_id = tenant AND l.invoice_id = ANY (changed) AND l.membership_id IS NOT NULL)
    ORDER BY m.id FOR NO KEY UPDATE;
  UPDATE memberships m SET unpaid_due_on = u.due_on, unpaid_minor = u.minor
  FROM (
    SELECT affected.membership_id, min(share.due_on) FILTER (WHERE share.minor > 0) AS due_on, coalesce(sum(share.minor), 0) AS minor
    FROM (SELECT DISTINCT l.membership_id FROM invoice_lines l
      WHERE l.organization_id = tenant AND l.invoice_id = ANY (changed) AND l.membership_id IS NOT NULL) affected
    LEFT JOIN LATERAL (
      SELECT i.due_on, round(i.open_minor::numeric * greatest(sum(l.total_minor), 0) / i.total_minor) AS minor
      FROM invoice_lines l JOIN invoices i ON i.organization_id = l.organization_id AND i.id = l.invoice_id AND i.open_minor > 0
        AND i.debit_pending_since IS NULL
      WHERE l.organization_id = tenant AND l.membership_id = affected.membership_id
      GROUP BY i.id, i.due_on, i.open_minor, i.total_minor) share ON true
    GROUP BY affected.membership_id) u
  WHERE m.organization_id = tenant AND m.id = u.membership_id
    AND (m.unpaid_due_on, m.unpaid_minor) IS DISTINCT FROM (u.due_on, u.minor::bigint)
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION overdue_minor(tenant uuid, membership uuid, today date) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(share.minor), 0)::bigint
  FROM (
    SELECT round(i.open_minor::numeric * greatest(sum(l.total_minor), 0) / i.total_minor) AS minor
    FROM invoice_lines l JOIN invoices i ON i.organization_id = l.organization_id AND i.id = l.invoice_id
      AND i.open_minor > 0 AND i.debit_pending_since IS NULL AND i.due_on < today
    WHERE l.organization_id = tenant AND l.membership_id = membership
    GROUP BY i.id, i.open_minor, i.total_minor) share
$$;
