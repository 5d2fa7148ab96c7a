import { type Block, beside, paragraph, stack } from "./block";
import { lineColumns, type PlacedColumn, placeColumns } from "./columns";
import type { DocumentLine } from "./document";
import type { Wording } from "./format";
import type { Sheet } from "./sheet";
import { type } from "./style";
import { underlined } from "./underlined";

/** The table of lines. A line is never split, and its head is repeated on each page. `foot` stays with the last line. */
export function placeLines(sheet: Sheet, lines: DocumentLine[], wording: Wording, foot: number): void {
  const { pen, frame } = sheet;
  const columns = lineColumns(lines, wording);
  const { description, placed } = placeColumns(pen, columns, lines, (key) => wording.text(key), frame.width);
  const head = tableHead(sheet, description, placed, wording);
  const usable = frame.bottom - frame.top - head.height;
  sheet.place(head);
  for (const [index, line] of lines.entries()) {
    const row = lineRow(sheet, description, placed, line, wording);
    const with_foot = row.height + foot;
    const needed = index === lines.length - 1 && with_foot <= usable ? with_foot : row.height;
    if (!sheet.fits(needed)) {
      sheet.newPage();
      sheet.place(head);
    }
    sheet.place(row);
  }
}

function tableHead(sheet: Sheet, description: number, columns: PlacedColumn[], { text }: Wording): Block {
  const { pen } = sheet;
  const cells = beside([
    { at: 0, block: paragraph(pen, text("what"), description, type.head) },
    ...columns.map(({ key, at, width }) => ({
      at,
      block: paragraph(pen, text(key), width, type.head, { align: "right", most: 2 }),
    })),
  ]);
  return underlined(sheet, cells, "head");
}

function lineRow(
  sheet: Sheet,
  description: number,
  columns: PlacedColumn[],
  line: DocumentLine,
  { text }: Wording,
): Block {
  const { pen } = sheet;
  const member = line.member ? text("member", { name: line.member }) : null;
  const what = stack([
    paragraph(pen, line.description, description, type.item, { most: 12 }),
    ...[line.detail, member]
      .filter((caption) => caption !== null)
      .map((caption) => paragraph(pen, caption, description, type.caption, { most: 6 })),
  ]);
  const cells = beside([
    { at: 0, block: what },
    ...columns.map(({ cell, style, at, width }) => ({
      at,
      block: paragraph(pen, cell(line), width, style, { align: "right", most: 6 }),
    })),
  ]);
  return underlined(sheet, cells, "row");
}
