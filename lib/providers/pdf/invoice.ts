import { details, prose } from "./closing";
import type { InvoiceDocument, LabelledText } from "./document";
import { drawDocument, issuedAt } from "./draw-document";
import type { Wording } from "./format";
import { letterhead } from "./letterhead";
import { placeLines } from "./line-table";
import { parties } from "./parties";
import type { Sheet } from "./sheet";
import { space } from "./style";
import { title, titleKey } from "./title";
import { totals } from "./totals";

export function drawInvoice(document: InvoiceDocument): Promise<Uint8Array> {
  const identify = ({ text }: Wording) => ({
    title: [text(titleKey(document)), document.number].filter(Boolean).join(" "),
    created_at: issuedAt(document.issued_on, document.time_zone),
  });
  return drawDocument(document, identify, (sheet, wording, name) => {
    const { text } = wording;
    sheet.place(letterhead(sheet, document.seller));
    sheet.gap(space.xl);
    sheet.place(title(sheet, name, document.mark && text(document.mark)));
    sheet.gap(space.s);
    sheet.place(parties(sheet, text("bill_to"), document.buyer, facts(document, wording)));
    sheet.gap(space.xl);
    const sums = totals(sheet, document, wording);
    const height = sums.reduce((sum, block) => sum + block.height, space.s);
    placeLines(sheet, document.lines, wording, height);
    sheet.gap(space.s);
    for (const sum of sums) sheet.place(sum);
    close(sheet, document, wording);
  });
}

function facts(document: InvoiceDocument, { text, day, days }: Wording): LabelledText[] {
  const { issued_on, due_on, supply_period, place_of_supply, corrects, references } = document;
  const rows: [label: string, value: string | null][] = [
    [text("issued"), day(issued_on)],
    [text("due"), due_on && day(due_on)],
    [text("period"), supply_period && days(supply_period.from, supply_period.to)],
    [text("place_of_supply"), place_of_supply],
    [text("corrects"), corrects && `${corrects.number}\n${day(corrects.issued_on)}`],
  ];
  return [...rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])), ...references];
}

function close(sheet: Sheet, document: InvoiceDocument, { text }: Wording): void {
  const { amount_in_words, seller, notes, prices_include_tax, taxes, kind } = document;
  const is_inclusive = prices_include_tax && taxes.length > 0;
  const is_to_pay = kind === "invoice" && document.balance_minor > 0 && document.mark !== "void";
  const sections = [
    ...(amount_in_words ? [prose(sheet, text("in_words"), amount_in_words)] : []),
    ...(is_to_pay && seller.bank_details.length ? [[details(sheet, text("how_to_pay"), seller.bank_details)]] : []),
    ...(notes ? [prose(sheet, text("notes"), notes)] : []),
    ...(is_inclusive ? [prose(sheet, null, text("prices_include_tax"))] : []),
  ];
  for (const blocks of sections) {
    sheet.gap(space.l);
    for (const block of blocks) sheet.place(block);
  }
}
