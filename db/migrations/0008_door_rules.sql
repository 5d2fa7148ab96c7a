-- L14: what is overdue of a membership on a day: its share of the open amounts of the invoices that were due before. The day is the local
-- one of the caller, so that no job has to run at midnight. The shares are those of count_unpaid().
CREATE FUNCTION overdue_minor(tenant uuid, membership uuid, today date) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(share.minor), 0)::bigint
  FROM (
    SELECT round(i.open_minor::numeric * greatest(sum(l.total_minor), 0) / i.total_minor) AS minor
    FROM invoice_lines l JOIN invoices i ON i.organization_id = l.organization_id AND i.id = l.invoice_id
      AND i.open_minor > 0 AND i.due_on < today
    WHERE l.organization_id = tenant AND l.membership_id = membership
    GROUP BY i.id, i.open_minor, i.total_minor) share
$$;
