import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** A finalized invoice, locked until the transaction ends. Throws 404 for one out of reach. */
export async function lockInvoice({ db, caller, organization_id }: ReadCtx, id: string) {
  const [row] = await db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.id, id),
        withinReach(caller, invoices.location_id),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  if (!row.number || !row.buyer || !row.seller)
    throw new Problem("conflict", "This is a draft. Change or delete the draft instead.");
  if (row.kind === "credit_note") throw new Problem("conflict", "This is a credit note. Correct its invoice instead.");
  if (row.voided_at) throw new Problem("conflict", "This invoice is void. There is nothing left to correct.");
  const { number, buyer, seller, payer_member_id, payer_company_id } = row;
  return { ...row, number, buyer, seller, payer: { payer_member_id, payer_company_id } as Payer };
}

export type LockedInvoice = Awaited<ReturnType<typeof lockInvoice>>;
