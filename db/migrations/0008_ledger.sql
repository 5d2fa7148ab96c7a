CREATE INDEX "journal_entries_recognition" ON "journal_entries" USING btree ("organization_id","location_id","booked_on") WHERE "journal_entries"."fact" like 'recognition:%';--> statement-breakpoint
-- The amounts of a document are the sums of its lines. Both tables have the columns, so the sums name theirs.
CREATE OR REPLACE FUNCTION check_invoice_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT (coalesce(sum(l.net_minor), 0), coalesce(sum(l.tax_minor), 0)) IS DISTINCT FROM (i.net_minor::numeric, i.tax_minor::numeric)
      FROM invoices i LEFT JOIN invoice_lines l ON l.organization_id = i.organization_id AND l.invoice_id = i.id
      WHERE i.organization_id = NEW.organization_id AND i.id = NEW.id GROUP BY i.net_minor, i.tax_minor) THEN
    RAISE EXCEPTION 'the lines of the document % do not sum to it', NEW.id;
  END IF;
  RETURN NULL;
END $$;
