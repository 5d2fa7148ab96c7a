import { type Block, beside, paragraph } from "./block";
import type { StatementDocument } from "./document";
import { drawDocument, issuedAt } from "./draw-document";
import type { Wording } from "./format";
import { letterhead } from "./letterhead";
import { parties } from "./parties";
import type { Sheet } from "./sheet";
import { space, type } from "./style";
import { title } from "./title";
import { underlined } from "./underlined";

export function drawStatement(document: StatementDocument): Promise<Uint8Array> {
  const identify = ({ text, days }: Wording) => ({
    title: `${text("statement")}, ${days(document.from, document.to)}`,
    created_at: issuedAt(document.to, document.time_zone),
  });
  return drawDocument(document, identify, (sheet, wording, name) => {
    const { text, money, day } = wording;
    sheet.place(letterhead(sheet, document.seller));
    sheet.gap(space.xl);
    sheet.place(title(sheet, name, null));
    sheet.gap(space.s);
    const facts = [
      { label: text("opening_balance"), value: money(document.opening_minor) },
      { label: text("closing_balance"), value: money(document.closing_minor) },
    ];
    sheet.place(parties(sheet, text("statement_for"), document.buyer, facts));
    sheet.gap(space.xl);
    const widths = widthsOf(sheet, document, wording);
    const head = row(sheet, widths, "head", [text("booked"), text("what"), text("amount"), text("balance")]);
    sheet.place(head);
    for (const one of document.rows) {
      const what = one.number ? `${text(one.what)} ${one.number}` : text(one.what);
      const cells = [day(one.day), what, money(one.amount_minor), money(one.balance_minor)] as const;
      const placed = row(sheet, widths, "row", cells);
      if (!sheet.fits(placed.height)) {
        sheet.newPage();
        sheet.place(head);
      }
      sheet.place(placed);
    }
    sheet.gap(space.l);
    sheet.place(paragraph(sheet.pen, text("balance_explained"), sheet.frame.width, type.caption));
  });
}

type Widths = { day: number; amount: number; balance: number };

/** As wide as the widest text of each column. */
function widthsOf({ pen }: Sheet, { rows }: StatementDocument, { text, money, day }: Wording): Widths {
  const widest = (texts: string[]) => Math.ceil(Math.max(...texts.map((one) => pen.width(one, type.item)))) + 0.5;
  return {
    day: widest([text("booked"), ...rows.map((one) => day(one.day))]),
    amount: widest([text("amount"), ...rows.map(({ amount_minor }) => money(amount_minor))]),
    balance: widest([text("balance"), ...rows.map(({ balance_minor }) => money(balance_minor))]),
  };
}

type Cells = readonly [day: string, what: string, amount: string, balance: string];

function row(sheet: Sheet, widths: Widths, kind: "head" | "row", [day, what, amount, balance]: Cells): Block {
  const { pen, frame } = sheet;
  const style = kind === "head" ? type.head : type.item;
  const balance_at = frame.width - widths.balance;
  const amount_at = balance_at - space.l - widths.amount;
  const what_at = widths.day + space.l;
  const cells = beside([
    { at: 0, block: paragraph(pen, day, widths.day, style, { most: 2 }) },
    { at: what_at, block: paragraph(pen, what, amount_at - what_at - space.m, style, { most: 4 }) },
    { at: amount_at, block: paragraph(pen, amount, widths.amount, style, { align: "right" }) },
    { at: balance_at, block: paragraph(pen, balance, widths.balance, style, { align: "right" }) },
  ]);
  return underlined(sheet, cells, kind);
}
