import { type Block, beside, paragraph } from "./block";
import type { EvidenceDocument, EvidenceSection } from "./document";
import { drawDocument } from "./draw-document";
import { letterhead } from "./letterhead";
import { parties } from "./parties";
import type { Sheet } from "./sheet";
import { space, type } from "./style";
import { title } from "./title";
import { underlined } from "./underlined";

/** Words of the business first, then a table for each kind of record. */
export function drawEvidence(document: EvidenceDocument): Promise<Uint8Array> {
  const identify = () => ({ title: document.title, created_at: document.created_at });
  return drawDocument({ ...document, mark: null }, identify, (sheet, _, name) => {
    const { pen, frame } = sheet;
    sheet.place(letterhead(sheet, document.seller));
    sheet.gap(space.xl);
    sheet.place(title(sheet, name, null));
    sheet.gap(space.s);
    sheet.place(parties(sheet, "Customer", document.buyer, document.facts));
    sheet.gap(space.l);
    for (const one of document.summary.split("\n")) {
      if (one.trim()) sheet.place(paragraph(pen, one, frame.width, type.value, { most: 200 }));
      sheet.gap(space.xs);
    }
    for (const section of document.sections) drawSection(sheet, section);
  });
}

const HEADING_AND_ROW = 90;

function drawSection(sheet: Sheet, { title: heading, note, columns, rows, empty }: EvidenceSection): void {
  const { pen, frame } = sheet;
  sheet.gap(space.xl);
  // A heading does not stand alone at the end of a page.
  if (!sheet.fits(HEADING_AND_ROW)) sheet.newPage();
  sheet.place(paragraph(pen, heading, frame.width, type.due));
  if (note) sheet.place(paragraph(pen, note, frame.width, type.caption));
  sheet.gap(space.s);
  if (rows.length === 0) {
    sheet.place(paragraph(pen, empty, frame.width, type.value));
    return;
  }
  const head = row(
    sheet,
    columns,
    columns.map(({ label }) => label),
    "head",
  );
  sheet.place(head);
  for (const cells of rows) {
    const placed = row(sheet, columns, cells, "row");
    if (!sheet.fits(placed.height)) {
      sheet.newPage();
      sheet.place(head);
    }
    sheet.place(placed);
  }
}

function row(sheet: Sheet, columns: EvidenceSection["columns"], cells: string[], kind: "head" | "row"): Block {
  const { pen, frame } = sheet;
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let at = 0;
  const placed = columns.map(({ share, is_amount }, index) => {
    const wide = (frame.width * share) / all;
    const is_last = index === columns.length - 1;
    const style = kind === "head" ? type.head : type.value;
    const align = is_amount ? ("right" as const) : ("left" as const);
    const block = paragraph(pen, cells[index] ?? "", wide - (is_last ? 0 : space.m), style, { align, most: 12 });
    const cell = { at, block };
    at += wide;
    return cell;
  });
  return underlined(sheet, beside(placed), kind);
}
