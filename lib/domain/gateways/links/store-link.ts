import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema";
import { findCurrentGateway } from "@/lib/domain/gateways/connections/stored";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import type { ClockCtx } from "@/lib/kernel/operation";
import { newLinkToken } from "./link-token";

type LinkCtx = ClockCtx & { caller: Caller };

/** A new link to pay an invoice. The database keeps its hash, so that the address is known only here. */
export async function storeLink({ db, organization_id, now, caller }: LinkCtx, invoice_id: string, valid_days: number) {
  const [id, { token, token_hash }] = [newId(), newLinkToken(organization_id)];
  const expires_at = now.add({ hours: valid_days * 24 }).toString({ fractionalSecondDigits: 3 });
  await db.insert(paymentLinks).values({
    ...{ id, organization_id, invoice_id, token_hash, expires_at },
    ...{ created_by: userIdOf(caller), created_at: now.toString() },
  });
  return { id, invoice_id, url: new URL(`/pay/${token}`, env().PUBLIC_URL).href, expires_at };
}

/** The address of a link for a message. Null where the gateway of the invoice has no links to pay. */
export async function linkForMessage(
  ctx: LinkCtx,
  { id, legal_entity_id }: { id: string; legal_entity_id: string },
  valid_days: number,
): Promise<string | null> {
  const gateway = await findCurrentGateway(ctx, legal_entity_id);
  return gateway?.vendor === "sandbox" ? (await storeLink(ctx, id, valid_days)).url : null;
}
