import { and, asc, eq, sql } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { issueDocuments } from "@/lib/domain/billing/documents";
import { manualLines } from "@/lib/domain/billing/invoices";
import { openFrom } from "@/lib/domain/memberships/open";
import type { Ctx } from "@/lib/kernel/operation";
import { offersOf, type Prepaid, type TillItems, tillOf } from "./items";
import { prepay } from "./prepay";

export type SoldDocument = { id: string; number: string; total_minor: number; open_minor: number };

/** Sells everything to a member and issues the documents, within the transaction that also takes the money. */
export async function sellItems(
  ctx: Ctx,
  member_id: string,
  items: TillItems,
): Promise<{ documents: SoldDocument[]; prepaid: Prepaid[]; currency: string }> {
  const { currency, seller } = await tillOf(ctx, items.location_id);
  const issued: string[] = [];
  const prepaid: Prepaid[] = [];
  // Memberships are locked in the order of their ids.
  for (const wanted of items.prepay.toSorted((a, b) => a.membership_id.localeCompare(b.membership_id))) {
    const done = await prepay(ctx, member_id, wanted);
    issued.push(...done.issued.map(({ id }) => id));
    prepaid.push(done.prepaid);
  }
  const sold: string[] = [];
  // One request has one entry in the activity log: that of the sale at the till.
  const unaudited: Ctx = { ...ctx, audit: () => undefined };
  for (const offer of await offersOf(ctx, items, member_id, "sale", null)) sold.push(await openFrom(unaudited, offer));
  if (items.lines.length > 0) {
    const lines = manualLines(items.lines, seller, { is_price_with_tax: true, payer_member_id: member_id });
    const payer = { payer_member_id: member_id, payer_company_id: null };
    const { location_id } = items;
    const documents = await issueDocuments(ctx, [{ ...payer, origin: "manual", location_id, currency, lines }]);
    issued.push(...documents.map(({ id }) => id));
  }
  return { documents: await documentsOf(ctx, { issued, sold }), prepaid, currency };
}

/** The invoices that were issued, and those of the memberships that were sold. */
function documentsOf({ db, organization_id }: Ctx, { issued, sold }: { issued: string[]; sold: string[] }) {
  return db
    .select({
      id: invoices.id,
      number: sql<string>`${invoices.number}`,
      total_minor: invoices.total_minor,
      open_minor: invoices.open_minor,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.kind, "invoice"),
        sql`(${invoices.id} = any(${sql.param(issued)}::uuid[]) or ${invoices.id} in (
          select l.invoice_id from invoice_lines l where l.organization_id = ${organization_id}
            and l.membership_id = any(${sql.param(sold)}::uuid[])))`,
      ),
    )
    .orderBy(asc(invoices.id));
}
