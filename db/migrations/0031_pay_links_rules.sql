-- A link with an encrypted token was sent to its payer.
ALTER TABLE payment_links NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE payment_links SET is_sent = true WHERE token_ciphertext IS NOT NULL;--> statement-breakpoint
ALTER TABLE payment_links FORCE ROW LEVEL SECURITY;
