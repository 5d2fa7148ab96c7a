import { type Block, beside, paragraph } from "./block";
import type { ReceiptDocument } from "./document";
import type { Wording } from "./format";
import type { Sheet } from "./sheet";
import { space, type } from "./style";
import { underlined } from "./underlined";

/** What a payment was for: its invoices, and the rest that stays on the account. */
export function settledRows(sheet: Sheet, document: ReceiptDocument, { text, money, day }: Wording): Block[] {
  const rows = document.settled.map(({ number, issued_on, amount_minor }) => ({
    label: issued_on ? text("number_and_day", { number, day: day(issued_on) }) : number,
    value: money(amount_minor),
  }));
  const rest = document.settled.reduce((left, { amount_minor }) => left - amount_minor, document.amount_minor);
  if (rest > 0 && document.kind === "payment") rows.push({ label: text("on_account"), value: money(rest) });
  if (rows.length === 0) return [];
  const head = row(sheet, text("for_invoice"), text("amount"), "head");
  return [head, ...rows.map(({ label, value }) => row(sheet, label, value, "row"))];
}

function row(sheet: Sheet, label: string, value: string, kind: "head" | "row"): Block {
  const { pen, frame } = sheet;
  const style = kind === "head" ? type.head : type.item;
  const wide = pen.width(value, style) + 0.5;
  const cells = beside([
    { at: 0, block: paragraph(pen, label, frame.width - wide - space.l, style, { most: 3 }) },
    { at: frame.width - wide, block: paragraph(pen, value, wide, style, { align: "right" }) },
  ]);
  return underlined(sheet, cells, kind);
}
