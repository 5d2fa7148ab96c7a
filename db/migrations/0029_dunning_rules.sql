ALTER TABLE dunning_cases FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE dunning_steps FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON dunning_cases FROM fitflow_app;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON dunning_steps FROM fitflow_app;--> statement-breakpoint
-- K6: an invoice that is settled, in whatever way, is not tried again. The invoice decides, so that both never differ.
CREATE FUNCTION end_dunning() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT s.kind, s.created_at INTO last FROM invoice_settlements s
    WHERE s.organization_id = NEW.organization_id AND s.invoice_id = NEW.id AND s.amount_minor > 0
    ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  UPDATE dunning_cases SET status = 'ended', ended_at = coalesce(last.created_at, now()),
      end_reason = CASE coalesce(last.kind, 'payment') WHEN 'void' THEN 'void' WHEN 'write_off' THEN 'written_off'
        WHEN 'payment' THEN 'paid' ELSE 'credited' END,
      next_try_at = NULL, next_try_source = NULL, in_line_since = NULL, stop_reason = NULL,
      paused_at = NULL, paused_by = NULL, pause_reason = NULL, paused_until = NULL,
      version = version + 1, updated_at = coalesce(last.created_at, now())
    WHERE organization_id = NEW.organization_id AND invoice_id = NEW.id AND status <> 'ended';
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER invoices_end_dunning AFTER UPDATE OF open_minor ON invoices
  FOR EACH ROW WHEN (OLD.open_minor > 0 AND NEW.open_minor = 0) EXECUTE FUNCTION end_dunning();
