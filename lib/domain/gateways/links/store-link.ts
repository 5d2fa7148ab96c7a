import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema";
import { findCurrentGateway } from "@/lib/domain/gateways/connections/stored";
import { userIdOf } from "@/lib/kernel/caller";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { newLinkToken } from "./link-token";
import { sealToken } from "./sealed-token";

/** A link for the message of a job. Its address is put in when the message leaves. Null where the gateway has no links to pay. */
export async function storeLinkToSend(
  ctx: ReadCtx & ClockCtx,
  { id: invoice_id, legal_entity_id }: { id: string; legal_entity_id: string },
  valid_days: number,
): Promise<string | null> {
  const { db, organization_id, now, caller } = ctx;
  const gateway = await findCurrentGateway(ctx, legal_entity_id);
  if (gateway?.vendor !== "sandbox") return null;
  const [id, { token, token_hash }] = [newId(), newLinkToken(organization_id)];
  await db.insert(paymentLinks).values({
    ...{ id, organization_id, invoice_id, token_hash, token_ciphertext: sealToken(organization_id, id, token) },
    expires_at: now.add({ hours: valid_days * 24 }).toString({ fractionalSecondDigits: 3 }),
    ...{ created_by: userIdOf(caller), created_at: now.toString() },
  });
  return id;
}
