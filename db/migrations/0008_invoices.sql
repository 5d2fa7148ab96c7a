DROP INDEX "invoices_issued";--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "member_name" text;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "quantity" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "is_price_with_tax" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "invoices_by_total" ON "invoices" USING btree ("organization_id","total_minor");--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("organization_id","due_on","id");--> statement-breakpoint
CREATE INDEX "invoices_number_prefix" ON "invoices" USING btree ("organization_id","number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "invoices_drafts" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."finalized_at" is null;--> statement-breakpoint
CREATE INDEX "invoices_voided" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."voided_at" is not null;--> statement-breakpoint
CREATE INDEX "invoices_written_off" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."written_off_at" is not null;--> statement-breakpoint
CREATE INDEX "invoices_credit_notes" ON "invoices" USING btree ("organization_id","created_at","id") WHERE "invoices"."kind" = 'credit_note';--> statement-breakpoint
CREATE INDEX "invoices_issued" ON "invoices" USING btree ("organization_id","issued_on","id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_quantity" CHECK ("invoice_lines"."quantity" >= 1);--> statement-breakpoint
-- The function of 0007_billing_rules.sql, with its sums qualified: both tables have these columns.
CREATE OR REPLACE FUNCTION check_invoice_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT (coalesce(sum(l.net_minor), 0), coalesce(sum(l.tax_minor), 0)) IS DISTINCT FROM (i.net_minor::numeric, i.tax_minor::numeric)
      FROM invoices i LEFT JOIN invoice_lines l ON l.organization_id = i.organization_id AND l.invoice_id = i.id
      WHERE i.organization_id = NEW.organization_id AND i.id = NEW.id GROUP BY i.net_minor, i.tax_minor) THEN
    RAISE EXCEPTION 'the lines of the document % do not sum to it', NEW.id;
  END IF;
  RETURN NULL;
END $$;
