-- The columns of the sums are those of the lines; the document has columns of the same names.
CREATE OR REPLACE FUNCTION check_invoice_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT (coalesce(sum(l.net_minor), 0), coalesce(sum(l.tax_minor), 0)) IS DISTINCT FROM (i.net_minor::numeric, i.tax_minor::numeric)
      FROM invoices i LEFT JOIN invoice_lines l ON l.organization_id = i.organization_id AND l.invoice_id = i.id
      WHERE i.organization_id = NEW.organization_id AND i.id = NEW.id GROUP BY i.net_minor, i.tax_minor) THEN
    RAISE EXCEPTION 'the lines of the document % do not sum to it', NEW.id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Two payments on different invoices of a membership: the second one waits for the row and then counts with a snapshot of its own, so that
-- it sees what the first one paid. The memberships are locked in one order.
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
      WHERE l.organization_id = tenant AND l.membership_id = affected.membership_id
      GROUP BY i.id, i.due_on, i.open_minor, i.total_minor) share ON true
    GROUP BY affected.membership_id) u
  WHERE m.organization_id = tenant AND m.id = u.membership_id
    AND (m.unpaid_due_on, m.unpaid_minor) IS DISTINCT FROM (u.due_on, u.minor::bigint)
$$;
