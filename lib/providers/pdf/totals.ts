import { type Block, beside, paragraph } from "./block";
import type { InvoiceDocument } from "./document";
import type { Wording } from "./format";
import type { Sheet } from "./sheet";
import { hairline, ink, rule, space, type TextStyle, type } from "./style";

const WIDTH = 286;

type Row = { label: string; value: string; style: TextStyle; line?: "hair" | "strong"; is_struck?: boolean };

/** The sums under the table, one block per row. */
export function totals(sheet: Sheet, document: InvoiceDocument, wording: Wording): Block[] {
  return [...taxRows(document, wording), ...paymentRows(document, wording)].map((row) => sumRow(sheet, row));
}

function taxRows(document: InvoiceDocument, { text, money }: Wording): Row[] {
  const { subtotal_minor, discount_minor, taxes, prices_include_tax } = document;
  const style = type.work;
  const parts: Row[] = [
    { label: text(prices_include_tax ? "without_tax" : "subtotal"), value: money(subtotal_minor), style },
    ...(discount_minor ? [{ label: text("discount"), value: money(-discount_minor), style }] : []),
    ...taxes.map(({ label, base_minor, tax_minor }) => ({
      label: text("tax_on", { label, base: money(base_minor) }),
      value: money(tax_minor),
      style,
    })),
  ];
  const total = text(document.kind === "credit_note" ? "total_credit" : "total");
  const is_alone = taxes.length === 0 && discount_minor === 0;
  return [
    ...(is_alone ? [] : parts),
    { label: total, value: money(document.total_minor), style: type.total, ...(is_alone ? {} : { line: "hair" }) },
  ];
}

function paymentRows(document: InvoiceDocument, { text, money, day }: Wording): Row[] {
  const { kind, corrects, credit_applied_minor, paid_minor, payments, balance_minor, due_on } = document;
  const is_credit = kind === "credit_note";
  const style = type.work;
  const paid = payments.map(({ method, day: paid_on, amount_minor }) => ({
    label: text(is_credit ? "refund" : "payment", { method, day: day(paid_on) }),
    value: money(-amount_minor),
    style,
  }));
  const applied = is_credit && corrects ? text("taken_off", { number: corrects.number }) : text("account_credit");
  const undetailed = payments.length === 0 && paid_minor !== 0;
  const is_void = document.mark === "void";
  const by_day = due_on !== null && balance_minor > 0 && !is_void;
  const left = is_credit ? text("left_as_credit") : by_day ? text("to_pay_by", { day: day(due_on) }) : text("to_pay");
  return [
    ...(credit_applied_minor ? [{ label: applied, value: money(-credit_applied_minor), style }] : []),
    ...paid,
    ...(undetailed ? [{ label: text(is_credit ? "refunded" : "paid"), value: money(-paid_minor), style }] : []),
    { label: left, value: money(balance_minor), style: type.due, line: "strong", is_struck: is_void },
  ];
}

function sumRow(sheet: Sheet, { label, value, style, line, is_struck }: Row): Block {
  const { pen, frame } = sheet;
  const at = frame.width - WIDTH;
  const wide = pen.width(value, style) + 0.5;
  const cells = beside([
    { at, block: paragraph(pen, label, WIDTH - wide - space.l, style, { most: 4 }) },
    { at: frame.width - wide, block: paragraph(pen, value, wide, style, { align: "right" }) },
  ]);
  const above = line ? space.xs : 0;
  const padding = line ? 5 : 2.5;
  return {
    height: above + cells.height + 2 * padding,
    draw: (left, top) => {
      if (line === "hair") sheet.line(left + at, top + above, WIDTH, hairline, rule.strong);
      if (line === "strong") sheet.line(left + at, top + above, WIDTH, ink, rule.strong);
      cells.draw(left, top + above + padding);
      if (is_struck) sheet.line(left + frame.width - wide, top + above + padding + style.leading / 2, wide, ink, 1);
    },
  };
}
