import type { z } from "zod";
import * as contracts from "@/lib/contracts/billing/credit-notes";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { type CreditedLine, creditedLines } from "./credited-lines";
import { creditNoteIssued } from "./events";
import { issueCreditNoteOf } from "./issue-credit-note";
import { lockInvoice } from "./lock-invoice";
import { type CreditShare, creditableOf, notEmpty, ofDocument, ofLines, wholeRest } from "./shares";

type Wanted = Pick<z.output<typeof contracts.issueCreditNote.input>, "amount_minor" | "lines">;

export const issueCreditNote = operation(contracts.issueCreditNote, async (ctx, { id, reason, ...wanted }) => {
  const invoice = await lockInvoice(ctx, id);
  const lines = await creditedLines(ctx, id);
  const shares = sharesOf(lines, wanted, (minor) => formatMoney(minor, invoice.currency, ctx.organization.locale));
  const note = await issueCreditNoteOf(ctx, invoice, shares, reason);
  const { total_minor, currency } = note;
  ctx.audit({
    target_type: "invoice",
    target_id: id,
    after: { credit_note: note.number, total_minor, currency, credit_minor: note.credit_minor },
    reason,
  });
  ctx.emit(creditNoteIssued, { invoice_id: id, credit_note_id: note.id, amount_minor: total_minor, currency });
  return {
    ...note,
    corrects_invoice_id: id,
    payer_name: invoice.buyer.name,
    lines: note.lines.map((line) => ({ ...line, corrects_line_id: line.corrects_line_id as string })),
  };
});

/** What is credited of each line. All credit notes together never exceed their invoice. */
export function sharesOf(
  lines: readonly CreditedLine[],
  { amount_minor, lines: chosen }: Wanted,
  money: (minor: number) => string,
): CreditShare[] {
  const left = creditableOf(lines);
  if (left <= 0) throw new Problem("conflict", "This invoice is already credited in full.");
  if (chosen && amount_minor !== undefined)
    throw invalid("amount_minor", "Send an amount of the whole invoice or amounts of its lines, not both.");
  const total = chosen?.reduce((all, one) => all + one.amount_minor, 0) ?? amount_minor;
  if (total === undefined) return notEmpty(wholeRest(lines));
  if (total > left)
    throw new Problem("conflict", `${money(left)} of this invoice is left to credit. Credit at most that.`);
  if (!chosen) return notEmpty(ofDocument(lines, total));
  const amounts = new Map<CreditedLine, number>();
  for (const { line_id, amount_minor: minor } of chosen) {
    const line = lines.find((one) => one.id === line_id);
    if (!line || amounts.has(line)) throw invalid("lines", "Name each line of this invoice at most once.");
    const rest = line.total_minor - line.credited.total_minor;
    if (minor > rest)
      throw new Problem(
        "conflict",
        `${money(Math.max(rest, 0))} of "${line.description}" is left to credit. Credit at most that.`,
      );
    amounts.set(line, minor);
  }
  return ofLines(amounts);
}
