import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits } from "@/db/schema";
import { type Seller, sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { DocumentKind } from "@/lib/values/billing";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { applyCredits } from "./apply-credits";
import { buyerAt, buyersOf, namesOnBills } from "./buyers";
import { chargesAnything, type Draft, type Payer } from "./draft";
import { finalize, type Prepared, sumOf } from "./finalize";
import type { Issued } from "./issued";
import { sellerSnapshot } from "./seller-snapshot";
import { type TaxedDraftLine, taxLines } from "./tax-lines";

export type IssueOptions = {
  /** Of each draft; the local day of its location where absent. */
  issued_on?: (draft: Draft) => CalendarDay;
  /** The time and the issuer of each draft. Absent: now, and the caller. */
  issued?: (draft: Draft) => { at: string; by: string | null };
};

/**
 * Finalizes documents in their order: tax, number, snapshots, journal, and the payer's account credit. A draft whose lines sum to less
 * than zero becomes a credit note, whose amount becomes account credit (D1). A draft that charges nothing, such as a free trial, becomes no
 * document.
 */
export const issueDocuments = async (
  ctx: Ctx<unknown>,
  drafts: readonly Draft[],
  options?: IssueOptions,
): Promise<Issued[]> => issuePrepared(ctx, await prepareDocuments(ctx, drafts, options));

/** The documents with their taxes, seller and buyer. Nothing is written. */
export async function prepareDocuments(
  ctx: Ctx<unknown>,
  all: readonly Draft[],
  { issued_on, issued }: IssueOptions = {},
): Promise<Prepared[]> {
  const drafts = all.filter(chargesAnything);
  if (drafts.length === 0) return [];
  const sellers = await sellersOf(
    ctx,
    drafts.map(({ location_id }) => location_id),
  );
  const buyers = await buyersOf(ctx, drafts);
  const names = await namesOnBills(ctx, drafts);
  // One object for each location: what rows share is written once.
  const snapshots = new Map([...sellers].map(([id, seller]) => [id, sellerSnapshot(seller, ctx.organization)]));
  return drafts.map((draft): Prepared => {
    const seller = sellerAt(sellers, draft.location_id);
    const buyer = buyerAt(buyers, draft);
    const { payer_member_id, payer_company_id, origin, location_id, currency, note = null } = draft;
    const stamp = issued?.(draft);
    const today = stamp ? dayAt(stamp.at, seller.location.time_zone) : seller.today;
    return {
      id: draft.id,
      payer: { payer_member_id, payer_company_id } as Payer,
      ...{ origin, location_id, currency, note, buyer, entity: seller.entity, corrects_invoice_id: null },
      due_on: draft.due_on ?? null,
      ...{ seller: snapshots.get(draft.location_id) as Prepared["seller"], issued_on: issued_on?.(draft) ?? today },
      ...(stamp ? { created_at: stamp.at, created_by: stamp.by } : {}),
      ...taxed(draft, seller, buyer, names),
    };
  });
}

export async function issuePrepared(ctx: Ctx<unknown>, prepared: readonly Prepared[]): Promise<Issued[]> {
  if (prepared.length === 0) return [];
  const documents = await finalize(ctx, prepared);
  await grantCredits(ctx, documents);
  return applyCredits(ctx, documents);
}

/** L12: the bill of a company names the members. */
function taxed(
  draft: Draft,
  seller: Seller,
  buyer: { state_code: string | null },
  names: ReadonlyMap<string, string>,
): Pick<Prepared, "kind" | "lines"> {
  const lines = taxLines(draft.lines, seller, buyer);
  const kind: DocumentKind = sumOf(lines, "total_minor") < 0 ? "credit_note" : "invoice";
  const nameOf = (member_id: string | null) => (draft.payer_company_id && member_id && names.get(member_id)) || null;
  const stored = kind === "invoice" ? lines : lines.map(negated);
  return {
    kind,
    lines: stored.map((line) => ({ ...line, member_name: nameOf(line.member_id), corrects_line_id: null })),
  };
}

/** In a credit note a positive amount is credited. */
const negated = (line: TaxedDraftLine): TaxedDraftLine => ({
  ...line,
  list_minor: 0 - line.list_minor,
  discount_minor: 0 - line.discount_minor,
  net_minor: 0 - line.net_minor,
  tax_minor: 0 - line.tax_minor,
  total_minor: 0 - line.total_minor,
  taxes: line.taxes.map((tax) => ({ ...tax, base_minor: 0 - tax.base_minor, amount_minor: 0 - tax.amount_minor })),
});

async function grantCredits(ctx: Ctx<unknown>, issued: readonly Issued[]): Promise<void> {
  const notes = issued.filter(({ kind, total_minor }) => kind === "credit_note" && total_minor > 0);
  await insertRecords(
    ctx,
    accountCredits,
    notes.map(({ id, payer_member_id, payer_company_id, location_id, total_minor, currency, issued_on }) => ({
      ...{ id: newId(), organization_id: ctx.organization_id, payer_member_id, payer_company_id, location_id },
      ...{ source: "credit_note" as const, credit_note_id: id, currency, granted_on: issued_on },
      ...{ amount_minor: total_minor, remaining_minor: total_minor },
      ...{ created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
    })),
  );
}
