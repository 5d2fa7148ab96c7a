import { type SQL, sql } from "drizzle-orm";

/** Deletes the encrypted tokens of up to `limit` links that no message needs any more: expired, revoked, or of a bill that is paid. */
export const forgetTokens = (organization_id: string, now: string, limit: number): SQL => sql`
  update payment_links set token_ciphertext = null
  where organization_id = ${organization_id} and id in (
    select k.id from payment_links k
    join invoices i on i.organization_id = k.organization_id and i.id = k.invoice_id
    where k.organization_id = ${organization_id} and k.token_ciphertext is not null
      and (k.expires_at <= ${now}::timestamptz or k.revoked_at is not null or i.open_minor = 0)
    limit ${limit})`;
