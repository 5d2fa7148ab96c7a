-- The tables refer to each other: legal entities belong to organizations, and locations to legal entities.
ALTER TABLE locations ADD CONSTRAINT locations_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
  REFERENCES legal_entities (organization_id, id);--> statement-breakpoint
ALTER TABLE account_credits ADD CONSTRAINT account_credits_credit_note_fk FOREIGN KEY (organization_id, credit_note_id)
  REFERENCES invoices (organization_id, id);--> statement-breakpoint
-- Every organization has a legal entity, whose id (a UUID of version 8) follows from the organization's. Its country follows from the locale until the owner confirms it; ZZ is unknown.
CREATE FUNCTION begin_legal_entity(organization organizations) RETURNS void LANGUAGE sql AS $$
  INSERT INTO legal_entities (id, organization_id, legal_name, country, is_default, financial_year_starts_in, numbers_by_year, created_at, updated_at)
  SELECT overlay(overlay(md5('legal entity of ' || organization.id) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid, organization.id, organization.name, country, true,
    CASE country WHEN 'IN' THEN 4 ELSE 1 END, country = 'IN', organization.created_at, organization.created_at
  FROM (SELECT coalesce(upper(substring(organization.locale from '-([A-Za-z]{2})(-|$)')), 'ZZ') AS country) AS guessed
$$;--> statement-breakpoint
CREATE FUNCTION begin_organization_entity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM begin_legal_entity(NEW);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER organizations_begin_entity AFTER INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION begin_organization_entity();--> statement-breakpoint
-- The owner of the tables sees the existing organizations only while the policies do not bind it.
ALTER TABLE organizations NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE legal_entities NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT begin_legal_entity(organizations) FROM organizations;--> statement-breakpoint
ALTER TABLE legal_entities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- L9: at most one rate of a tax applies to a supply.
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_no_overlap
  EXCLUDE USING gist (organization_id WITH =, legal_entity_id WITH =, tax_class WITH =, name WITH =, daterange(from_on, to_on, '[]') WITH &&);--> statement-breakpoint
-- Lines are written before their document is finalized, so that no line can be added to a finalized one.
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_invoice_fk FOREIGN KEY (organization_id, invoice_id)
  REFERENCES invoices (organization_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON journal_entries, journal_lines, invoice_settlements, refunds, till_movements, membership_events FROM fitflow_app;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON payments, account_credits, number_series, till_sessions, coupons FROM fitflow_app;--> statement-breakpoint
CREATE TRIGGER journal_entries_grow_only BEFORE UPDATE OR DELETE ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER journal_lines_grow_only BEFORE UPDATE OR DELETE ON journal_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER invoice_settlements_grow_only BEFORE UPDATE OR DELETE ON invoice_settlements FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER refunds_grow_only BEFORE UPDATE OR DELETE ON refunds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER till_movements_grow_only BEFORE UPDATE OR DELETE ON till_movements FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- L6: a finalized document keeps everything but what is paid, and that it was voided or written off.
CREATE FUNCTION keep_final_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (to_jsonb(OLD) - '{open_minor,voided_at,void_reason,written_off_at,version,updated_at}'::text[])
      IS DISTINCT FROM (to_jsonb(NEW) - '{open_minor,voided_at,void_reason,written_off_at,version,updated_at}'::text[])
      OR OLD.voided_at IS NOT NULL AND NEW.voided_at IS DISTINCT FROM OLD.voided_at THEN
    RAISE EXCEPTION 'the finalized document % is never changed', OLD.number;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER invoices_keep_final BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION keep_final_invoice();--> statement-breakpoint
CREATE FUNCTION keep_final_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line invoice_lines;
BEGIN
  IF TG_OP = 'DELETE' THEN line := OLD; ELSE line := NEW; END IF;
  IF EXISTS (SELECT FROM invoices WHERE organization_id = line.organization_id AND id = line.invoice_id AND finalized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the lines of a finalized document are never changed';
  END IF;
  RETURN line;
END $$;--> statement-breakpoint
CREATE TRIGGER invoice_lines_keep_final BEFORE INSERT OR UPDATE OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION keep_final_lines();--> statement-breakpoint
-- The amounts of a document are the sums of its lines. Checked at the end of the transaction.
CREATE FUNCTION check_invoice_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT (coalesce(sum(l.net_minor), 0), coalesce(sum(l.tax_minor), 0)) IS DISTINCT FROM (i.net_minor::numeric, i.tax_minor::numeric)
      FROM invoices i LEFT JOIN invoice_lines l ON l.organization_id = i.organization_id AND l.invoice_id = i.id
      WHERE i.organization_id = NEW.organization_id AND i.id = NEW.id GROUP BY i.net_minor, i.tax_minor) THEN
    RAISE EXCEPTION 'the lines of the document % do not sum to it', NEW.id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER invoices_sum_of_lines AFTER INSERT OR UPDATE OF net_minor, tax_minor, finalized_at ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sum();--> statement-breakpoint
-- A settlement reduces the open amount of its invoice and the rest of the credit that it uses.
CREATE FUNCTION apply_settlements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account_credits c SET remaining_minor = c.remaining_minor - s.amount
    FROM (SELECT organization_id, credit_id, sum(amount_minor) AS amount FROM added WHERE credit_id IS NOT NULL
      GROUP BY organization_id, credit_id ORDER BY organization_id, credit_id) s
    WHERE c.organization_id = s.organization_id AND c.id = s.credit_id;
  UPDATE invoices i SET open_minor = i.open_minor - s.amount
    FROM (SELECT organization_id, invoice_id, sum(amount_minor) AS amount FROM added
      GROUP BY organization_id, invoice_id ORDER BY organization_id, invoice_id) s
    WHERE i.organization_id = s.organization_id AND i.id = s.invoice_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER invoice_settlements_apply AFTER INSERT ON invoice_settlements
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION apply_settlements();--> statement-breakpoint
-- What is unpaid of a membership: its share of the open amounts of its invoices.
-- The memberships are locked first and in one order: of two payments on different invoices of a membership, the second one waits and
-- then sees what the first one paid.
CREATE FUNCTION count_unpaid(changed uuid[], tenant uuid) RETURNS void LANGUAGE sql AS $$
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
      WHERE l.organization_id = tenant AND l.membership_id = affected.membership_id
      GROUP BY i.id, i.due_on, i.open_minor, i.total_minor) share ON true
    GROUP BY affected.membership_id) u
  WHERE m.organization_id = tenant AND m.id = u.membership_id
    AND (m.unpaid_due_on, m.unpaid_minor) IS DISTINCT FROM (u.due_on, u.minor::bigint)
$$;--> statement-breakpoint
CREATE FUNCTION keep_unpaid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_unpaid(ids, organization_id)
    FROM (SELECT organization_id, array_agg(id) AS ids FROM changed WHERE finalized_at IS NOT NULL AND kind = 'invoice'
      GROUP BY organization_id) of_tenant;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER invoices_begin_unpaid AFTER INSERT ON invoices
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_unpaid();--> statement-breakpoint
CREATE TRIGGER invoices_keep_unpaid AFTER UPDATE ON invoices
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_unpaid();--> statement-breakpoint
-- Every entry is balanced at the end of the transaction.
CREATE FUNCTION check_journal_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount_minor), 0) FROM journal_lines WHERE organization_id = NEW.organization_id AND entry_id = NEW.entry_id) <> 0 THEN
    RAISE EXCEPTION 'the journal entry % is not balanced', NEW.entry_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER journal_lines_balance AFTER INSERT ON journal_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balance();--> statement-breakpoint
-- K13: never more than was paid, and never more than the credit that the refund is taken from.
CREATE FUNCTION apply_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payments SET refunded_minor = refunded_minor + NEW.amount_minor
    WHERE organization_id = NEW.organization_id AND id = NEW.payment_id;
  UPDATE account_credits SET remaining_minor = remaining_minor - NEW.amount_minor
    WHERE organization_id = NEW.organization_id AND id = NEW.credit_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER refunds_apply AFTER INSERT ON refunds FOR EACH ROW EXECUTE FUNCTION apply_refund();--> statement-breakpoint
-- A payment keeps everything but what was refunded and that it was reversed.
CREATE FUNCTION keep_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - '{refunded_minor,reversed_at,reversal_reason}'::text[])
      IS DISTINCT FROM (to_jsonb(NEW) - '{refunded_minor,reversed_at,reversal_reason}'::text[])
      OR OLD.reversed_at IS NOT NULL AND NEW.reversed_at IS DISTINCT FROM OLD.reversed_at THEN
    RAISE EXCEPTION 'the payment % is never changed', OLD.id;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER payments_keep BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION keep_payment();--> statement-breakpoint
-- Cash moves only while the till is open. The lock makes the count and the last movement exclude each other.
CREATE FUNCTION refuse_closed_till() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed timestamptz;
BEGIN
  SELECT closed_at INTO closed FROM till_sessions WHERE organization_id = NEW.organization_id AND id = NEW.till_session_id FOR SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the till session % is closed', NEW.till_session_id USING ERRCODE = 'check_violation', CONSTRAINT = 'till_movements_open';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER till_movements_open BEFORE INSERT ON till_movements FOR EACH ROW EXECUTE FUNCTION refuse_closed_till();--> statement-breakpoint
-- A counted till is never changed.
CREATE FUNCTION keep_closed_till() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'the till session % is closed', OLD.id;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER till_sessions_keep_closed BEFORE UPDATE ON till_sessions FOR EACH ROW EXECUTE FUNCTION keep_closed_till();
