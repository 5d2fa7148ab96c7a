-- Checks of whole statements. They refuse what the checks of each row refused, and a renewal of 200 memberships makes each of them once.
-- A line is never added to a finalized document.
CREATE FUNCTION refuse_final_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added l JOIN invoices i ON i.organization_id = l.organization_id AND i.id = l.invoice_id
      WHERE i.finalized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the lines of a finalized document are never changed';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER invoice_lines_keep_final ON invoice_lines;--> statement-breakpoint
CREATE TRIGGER invoice_lines_keep_final BEFORE UPDATE OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION keep_final_lines();--> statement-breakpoint
CREATE TRIGGER invoice_lines_refuse_final AFTER INSERT ON invoice_lines
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_final_lines();--> statement-breakpoint
-- The amounts of a document are the sums of its lines, which are written before it. A changed draft is still checked at the end of the
-- transaction.
CREATE FUNCTION check_invoice_sums() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT i.id INTO wrong FROM added i LEFT JOIN LATERAL (
      SELECT coalesce(sum(l.net_minor), 0) AS net, coalesce(sum(l.tax_minor), 0) AS tax FROM invoice_lines l
      WHERE l.organization_id = i.organization_id AND l.invoice_id = i.id) lines ON true
    WHERE (lines.net, lines.tax) IS DISTINCT FROM (i.net_minor::numeric, i.tax_minor::numeric) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the lines of the document % do not sum to it', wrong;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER invoices_sum_of_lines ON invoices;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER invoices_sum_of_lines AFTER UPDATE OF net_minor, tax_minor, finalized_at ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sum();--> statement-breakpoint
CREATE TRIGGER invoices_sum_of_new AFTER INSERT ON invoices
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_invoice_sums();--> statement-breakpoint
-- Every entry is balanced at the end of each statement: its lines are written together.
CREATE FUNCTION check_journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT e.entry_id INTO wrong FROM (SELECT DISTINCT organization_id, entry_id FROM added) e
    CROSS JOIN LATERAL (SELECT sum(l.amount_minor) AS minor FROM journal_lines l
      WHERE l.organization_id = e.organization_id AND l.entry_id = e.entry_id) booked
    WHERE booked.minor <> 0 LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the journal entry % is not balanced', wrong;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER journal_lines_balance ON journal_lines;--> statement-breakpoint
DROP FUNCTION check_journal_balance();--> statement-breakpoint
CREATE TRIGGER journal_lines_balance AFTER INSERT ON journal_lines
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_journal_balances();
