import * as contracts from "@/lib/contracts/billing/invoices";
import { chargesAnything, type Draft, issueDocuments } from "@/lib/domain/billing/documents";
import { sellerOf } from "@/lib/domain/billing/entities";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { findInvoice, lockDraft } from "./find";
import { toInvoice } from "./get";
import { deleteDraft } from "./write-draft";

/**
 * L1: the stored draft becomes a document by the one way that documents are issued. Its rows are replaced, because the lines of a
 * document are written before it; its id stays.
 */
export const finalizeInvoice = operation(contracts.finalizeInvoice, async (ctx, { id, due_on }) => {
  const stored = await lockDraft(ctx, id);
  ctx.expectVersion(stored.version);
  const { lines } = await findInvoice(ctx, id);
  const { today } = await sellerOf(ctx, stored.location_id);
  if (due_on !== undefined) refuseDueDay(due_on, today);
  const { payer_member_id, payer_company_id, location_id, currency, origin, note } = stored;
  if (!chargesAnything({ lines }))
    throw new Problem(
      "conflict",
      "Nothing is charged here, so there is nothing to invoice. Enter a price, or delete the draft.",
    );
  await deleteDraft(ctx, id);
  const draft = {
    ...{ id, payer_member_id, payer_company_id, location_id, currency, origin },
    ...(note !== null && { note }),
    ...(due_on !== undefined && { due_on }),
    lines: lines.map((line) => ({
      ...{ kind: line.kind, member_id: line.member_id, membership_id: line.membership_id },
      ...{ description: line.description, quantity: line.quantity, due_on: today },
      ...{ from_on: line.from_on, to_on: line.to_on, list_minor: line.list_minor },
      ...{ discount_minor: line.discount_minor, tax_class: line.tax_class },
      ...{ is_price_with_tax: line.is_price_with_tax, facts: null },
    })),
  } as Draft;
  const [issued] = await issueDocuments(ctx, [draft]);
  const invoice = toInvoice(await findInvoice(ctx, id), ctx.organization.locale);
  const { number, total_minor, currency: of } = invoice;
  ctx.audit({
    target_type: "invoice",
    target_id: id,
    after: { number: issued?.number ?? number, total_minor, currency: of },
  });
  return invoice;
});

function refuseDueDay(due_on: CalendarDay, today: CalendarDay): void {
  if (due_on < today) throw invalid("due_on", "This day is over. Choose today or a later day.");
  if (due_on > addDays(today, 366)) throw invalid("due_on", "Choose a day within a year.");
}
