-- As before, in steps of a fixed order. As one query it could compare each open invoice of the gym with each of its lines, again for
-- every membership: PostgreSQL plans so where it takes a gym for small, as one that it has not analyzed yet.
CREATE OR REPLACE FUNCTION count_unpaid(changed uuid[], tenant uuid) RETURNS void LANGUAGE sql AS $$
  SELECT m.id FROM memberships m
    WHERE m.organization_id = tenant AND m.id IN (SELECT l.membership_id FROM invoice_lines l
      WHERE l.organization_id = tenant AND l.invoice_id = ANY (changed) AND l.membership_id IS NOT NULL)
    ORDER BY m.id FOR NO KEY UPDATE;
  WITH affected AS MATERIALIZED (
    SELECT DISTINCT l.membership_id FROM invoice_lines l
      WHERE l.organization_id = tenant AND l.invoice_id = ANY (changed) AND l.membership_id IS NOT NULL),
  own AS MATERIALIZED (
    SELECT l.membership_id, l.invoice_id, greatest(sum(l.total_minor), 0) AS minor
    FROM affected JOIN invoice_lines l ON l.organization_id = tenant AND l.membership_id = affected.membership_id
    GROUP BY l.membership_id, l.invoice_id),
  share AS MATERIALIZED (
    SELECT own.membership_id, i.due_on, round(i.open_minor::numeric * own.minor / i.total_minor) AS minor
    FROM own JOIN invoices i ON i.organization_id = tenant AND i.id = own.invoice_id AND i.open_minor > 0
      AND i.debit_pending_since IS NULL)
  UPDATE memberships m SET unpaid_due_on = u.due_on, unpaid_minor = u.minor
  FROM (
    SELECT affected.membership_id, min(share.due_on) FILTER (WHERE share.minor > 0) AS due_on, coalesce(sum(share.minor), 0) AS minor
    FROM affected LEFT JOIN share USING (membership_id)
    GROUP BY affected.membership_id) u
  WHERE m.organization_id = tenant AND m.id = u.membership_id
    AND (m.unpaid_due_on, m.unpaid_minor) IS DISTINCT FROM (u.due_on, u.minor::bigint)
$$;
