import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceSettlements } from "@/db/schema";
import { sellersOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import { payerKey } from "./buyers";
import type { Issued } from "./issued";

const isNotNull = (value: string | null): value is string => value !== null;

/**
 * K19: the payer's account credit pays the invoices, oldest credit first. The credits are locked in one order. Each legal entity has a
 * ledger of its own, so that the credit of one does not pay for another.
 */
export async function applyCredits(ctx: Ctx<unknown>, issued: readonly Issued[]): Promise<Issued[]> {
  const open = issued.filter(({ open_minor }) => open_minor > 0);
  if (open.length === 0) return [...issued];
  const { db, organization_id } = ctx;
  const [member_ids, company_ids] = [
    open.map(({ payer_member_id }) => payer_member_id).filter(isNotNull),
    open.map(({ payer_company_id }) => payer_company_id).filter(isNotNull),
  ];
  const credits = await db
    .select()
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, organization_id),
        gt(accountCredits.remaining_minor, 0),
        or(
          member_ids.length > 0 ? inArray(accountCredits.payer_member_id, member_ids) : undefined,
          company_ids.length > 0 ? inArray(accountCredits.payer_company_id, company_ids) : undefined,
        ),
      ),
    )
    .orderBy(asc(accountCredits.created_at), asc(accountCredits.id))
    .for("update");
  if (credits.length === 0) return [...issued];
  const sellers = await sellersOf(
    ctx,
    credits.map(({ location_id }) => location_id),
  );
  const left = new Map(credits.map(({ id, remaining_minor }) => [id, remaining_minor]));
  const uses: { document: Issued; credit_id: string; amount_minor: number }[] = [];
  const settled = issued.map((document) => {
    let { open_minor } = document;
    for (const credit of credits) {
      const remaining = left.get(credit.id) ?? 0;
      const isOwn = (credit.payer_member_id ?? credit.payer_company_id) === payerKey(document);
      const amount_minor = Math.min(remaining, open_minor);
      const isHere = sellers.get(credit.location_id)?.entity.id === document.legal_entity_id;
      const isOver = credit.expires_on !== null && credit.expires_on < document.issued_on;
      if (isOver || !isOwn || !isHere || credit.currency !== document.currency || amount_minor <= 0) continue;
      left.set(credit.id, remaining - amount_minor);
      open_minor -= amount_minor;
      uses.push({ document, credit_id: credit.id, amount_minor });
    }
    return { ...document, open_minor };
  });
  const settlements = uses.map(({ document, credit_id, amount_minor }) => ({
    ...{ id: newId(), organization_id, invoice_id: document.id, kind: "credit" as const, amount_minor, credit_id },
    ...{ settled_on: document.issued_on, created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
  }));
  await insertRecords(ctx, invoiceSettlements, settlements);
  await post(
    ctx,
    uses.map(({ document, amount_minor }, index) => {
      const { id: invoice_id, payer_member_id: member_id, payer_company_id: company_id, location_id } = document;
      const owner = { member_id, company_id, invoice_id };
      return {
        ...{ legal_entity_id: document.legal_entity_id, location_id, currency: document.currency },
        ...{ booked_on: document.issued_on, fact: `settlement:${settlements[index]?.id}` },
        lines: [
          { account: "customer_credit" as const, amount_minor, ...owner },
          { account: "receivable" as const, amount_minor: -amount_minor, ...owner },
        ],
      };
    }),
  );
  return settled;
}
