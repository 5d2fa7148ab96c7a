import { and, eq } from "drizzle-orm";
import { paymentLinks } from "@/db/schema";
import { seal, unseal } from "@/lib/kernel/cipher";
import { env } from "@/lib/kernel/env";
import type { TenantCtx } from "@/lib/kernel/operation";

const cipherContext = (organization_id: string, link_id: string) => `payment_links ${organization_id} ${link_id}`;

export const sealToken = (organization_id: string, link_id: string, token: string): string =>
  seal(cipherContext(organization_id, link_id), token);

/** Null: the link was not sent. Throws if ENCRYPTION_KEY has changed since. */
export async function readSealedToken({ db, organization_id }: TenantCtx, link_id: string): Promise<string | null> {
  const [row] = await db
    .select({ token_ciphertext: paymentLinks.token_ciphertext })
    .from(paymentLinks)
    .where(and(eq(paymentLinks.organization_id, organization_id), eq(paymentLinks.id, link_id)));
  return row?.token_ciphertext ? String(unseal(cipherContext(organization_id, link_id), row.token_ciphertext)) : null;
}

export const urlOfLink = (token: string): string => new URL(`/pay/${token}`, env().PUBLIC_URL).href;
