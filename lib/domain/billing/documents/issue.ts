import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceLines, invoices } from "@/db/schema";
import { type Seller, sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { DocumentKind } from "@/lib/values/billing";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { applyCredits } from "./apply-credits";
import { buyerAt, buyersOf, namesOnBills } from "./buyers";
import type { Draft, Payer } from "./draft";
import { type Numbered, takeNumbers } from "./numbers";
import { documentPosting } from "./posting";
import { sellerSnapshot } from "./seller-snapshot";
import { type TaxedDraftLine, taxLines } from "./tax-lines";

/** A document that was issued. Amounts are in minor units. */
export type Issued = Numbered &
  Payer & {
    id: string;
    kind: DocumentKind;
    location_id: string;
    currency: string;
    issued_on: CalendarDay;
    due_on: CalendarDay;
    net_minor: number;
    tax_minor: number;
    total_minor: number;
    /** After account credit. */
    open_minor: number;
    lines: TaxedDraftLine[];
  };

export type IssueOptions = {
  /** Of each draft; the local day of its location where absent. */
  issued_on?: (draft: Draft) => CalendarDay;
  corrects?: { invoice_id: string; line_ids: readonly (string | null)[] };
};

/**
 * Finalizes documents in their order: tax, number, snapshots, journal, and the payer's account credit. A draft whose lines sum to less
 * than zero becomes a credit note, whose amount becomes account credit (D1). One statement per table, whatever the number of drafts.
 */
export async function issueDocuments(
  ctx: Ctx<unknown>,
  drafts: readonly Draft[],
  { issued_on, corrects }: IssueOptions = {},
): Promise<Issued[]> {
  if (drafts.length === 0) return [];
  const { organization, organization_id } = ctx;
  const [sellers, buyers] = [
    await sellersOf(
      ctx,
      drafts.map(({ location_id }) => location_id),
    ),
    await buyersOf(ctx, drafts),
  ];
  const prepared = drafts.map((draft) => {
    const seller = sellerAt(sellers, draft.location_id);
    const buyer = buyerAt(buyers, draft);
    return { draft, seller, buyer, issued_on: issued_on?.(draft) ?? seller.today, ...taxed(draft, seller, buyer) };
  });
  const names = await namesOnBills(ctx, drafts);
  const numbers = await takeNumbers(
    ctx,
    prepared.map(({ seller: { entity }, kind, issued_on: day }) => ({ entity, kind, issued_on: day })),
  );
  const created_by = userIdOf(ctx.caller);
  const created_at = ctx.now.toString();
  const issued = prepared.map(({ draft, seller, kind, lines, issued_on: day }, index): Issued => {
    const numbered = numbers[index];
    if (!numbered) throw new Error("A document has no number");
    const { payer_member_id, payer_company_id, location_id, currency } = draft;
    const [net_minor, tax_minor] = [sum(lines, "net_minor"), sum(lines, "tax_minor")];
    return {
      ...numbered,
      ...({ payer_member_id, payer_company_id } as Payer),
      ...{ id: draft.id ?? newId(), kind, location_id, currency, issued_on: day, lines, net_minor, tax_minor },
      due_on: kind === "invoice" ? addDays(day, seller.entity.due_days) : day,
      total_minor: net_minor + tax_minor,
      open_minor: kind === "invoice" ? net_minor + tax_minor : 0,
    };
  });
  // Lines first: none can be added to a document that is finalized.
  await insertRecords(
    ctx,
    invoiceLines,
    issued.flatMap(({ id: invoice_id, payer_company_id, lines }) =>
      lines.map(({ quantity = 1, ...line }, position) => ({
        ...{ id: newId(), organization_id, invoice_id, position, quantity, ...line },
        member_name: (payer_company_id && line.member_id && names.get(line.member_id)) || null,
        corrects_line_id: corrects?.line_ids[position] ?? null,
      })),
    ),
  );
  await insertRecords(
    ctx,
    invoices,
    issued.map(({ lines: _, ...document }, index) => {
      const one = prepared[index] as (typeof prepared)[number];
      const { draft, seller, buyer } = one;
      return {
        ...document,
        ...{ organization_id, origin: draft.origin, legal_entity_id: seller.entity.id, note: draft.note ?? null },
        ...{ seller: sellerSnapshot(seller, organization), buyer },
        ...{ corrects_invoice_id: corrects?.invoice_id ?? null },
        ...{ finalized_at: created_at, created_by, version: 1, created_at, updated_at: created_at },
      };
    }),
  );
  await post(
    ctx,
    issued.map((document, index) => documentPosting(document, (prepared[index] as (typeof prepared)[number]).seller)),
  );
  await grantCredits(ctx, issued);
  return applyCredits(ctx, issued, sellers);
}

function taxed(draft: Draft, seller: Seller, buyer: { state_code: string | null }) {
  const lines = taxLines(draft.lines, seller, buyer);
  const kind: DocumentKind = sum(lines, "total_minor") < 0 ? "credit_note" : "invoice";
  return { kind, lines: kind === "invoice" ? lines : lines.map(negated) };
}

const sum = (lines: readonly TaxedDraftLine[], name: "net_minor" | "tax_minor" | "total_minor"): number =>
  lines.reduce((all, line) => all + line[name], 0);

/** In a credit note a positive amount is credited. */
const negated = (line: TaxedDraftLine): TaxedDraftLine => ({
  ...line,
  list_minor: -line.list_minor,
  discount_minor: -line.discount_minor,
  net_minor: -line.net_minor,
  tax_minor: -line.tax_minor,
  total_minor: -line.total_minor,
  taxes: line.taxes.map((tax) => ({ ...tax, base_minor: -tax.base_minor, amount_minor: -tax.amount_minor })),
});

async function grantCredits(ctx: Ctx<unknown>, issued: readonly Issued[]): Promise<void> {
  const notes = issued.filter(({ kind, total_minor }) => kind === "credit_note" && total_minor > 0);
  await insertRecords(
    ctx,
    accountCredits,
    notes.map(({ id, payer_member_id, payer_company_id, location_id, total_minor, currency, issued_on }) => ({
      ...{ id: newId(), organization_id: ctx.organization_id, payer_member_id, payer_company_id, location_id },
      ...{
        source: "credit_note" as const,
        credit_note_id: id,
        amount_minor: total_minor,
        remaining_minor: total_minor,
      },
      ...{ currency, granted_on: issued_on, created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
    })),
  );
}
