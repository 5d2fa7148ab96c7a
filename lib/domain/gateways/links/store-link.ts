import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema";
import { findCurrentGateway } from "@/lib/domain/gateways/connections/stored";
import { userIdOf } from "@/lib/kernel/caller";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { newLinkToken } from "./link-token";
import { sealToken } from "./sealed-token";

type Link = { valid_days: number /** A message will carry its address. */; is_sent: boolean };
type Stored = { id: string; token: string; expires_at: string };

/** A link to pay an invoice. The database keeps its hash, and for a message its encrypted token. Null where no gateway is connected. */
export async function storeLink(
  ctx: ReadCtx & ClockCtx,
  { id: invoice_id, legal_entity_id }: { id: string; legal_entity_id: string },
  { valid_days, is_sent }: Link,
): Promise<Stored | null> {
  const { db, organization_id, now, caller } = ctx;
  if (!(await findCurrentGateway(ctx, legal_entity_id))) return null;
  const [id, { token, token_hash }] = [newId(), newLinkToken(organization_id)];
  const expires_at = now.add({ hours: valid_days * 24 }).toString({ fractionalSecondDigits: 3 });
  await db.insert(paymentLinks).values({
    ...{ id, organization_id, invoice_id, token_hash, expires_at },
    is_sent,
    token_ciphertext: is_sent ? sealToken(organization_id, id, token) : null,
    ...{ created_by: userIdOf(caller), created_at: now.toString() },
  });
  return { id, token, expires_at };
}
