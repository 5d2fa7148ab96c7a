import { paragraph } from "./block";
import { prose } from "./closing";
import type { LabelledText, ReceiptDocument } from "./document";
import { drawDocument } from "./draw-document";
import type { Wording } from "./format";
import { letterhead } from "./letterhead";
import { parties } from "./parties";
import { settledRows } from "./settled-rows";
import { space, type } from "./style";
import { title } from "./title";

export function drawReceipt(document: ReceiptDocument): Promise<Uint8Array> {
  const is_refund = document.kind === "refund";
  const identify = ({ text }: Wording) => ({
    title: `${text(is_refund ? "refund_receipt" : "receipt")} ${document.number}`,
    created_at: document.received_at,
  });
  return drawDocument(document, identify, (sheet, wording, name) => {
    const { text, money } = wording;
    const { pen, frame } = sheet;
    sheet.place(letterhead(sheet, document.seller));
    sheet.gap(space.xl);
    sheet.place(title(sheet, name, document.mark && text(document.mark)));
    sheet.gap(space.xs);
    sheet.place(paragraph(pen, money(document.amount_minor), frame.width, type.amount));
    sheet.gap(space.l);
    const from = text(is_refund ? "refunded_to" : "received_from");
    sheet.place(parties(sheet, from, document.buyer, facts(document, wording)));
    sheet.gap(space.xl);
    for (const row of settledRows(sheet, document, wording)) sheet.place(row);
    if (!document.notes) return;
    sheet.gap(space.l);
    for (const block of prose(sheet, text("notes"), document.notes)) sheet.place(block);
  });
}

function facts(document: ReceiptDocument, { text, moment }: Wording): LabelledText[] {
  const is_refund = document.kind === "refund";
  return [
    { label: text(is_refund ? "given_back" : "received"), value: moment(document.received_at) },
    { label: text(is_refund ? "refund_method" : "method"), value: document.method },
    ...document.references,
  ];
}
