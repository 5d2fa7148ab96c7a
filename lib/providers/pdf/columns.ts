import type { DocumentLine } from "./document";
import type { Wording } from "./format";
import type { Pen } from "./pen";
import { space, type TextStyle, type } from "./style";
import type { TextKey } from "./texts";

export type Column = {
  key: TextKey;
  cell: (line: DocumentLine) => string;
  style: TextStyle;
  /** Text wraps at this width; a column without it is as wide as its widest figure. */
  most?: number;
};

export type PlacedColumn = Column & { at: number; width: number };

/** The columns right of the description. One that no line fills is left out. */
export function lineColumns(lines: DocumentLine[], { quantity, money }: Wording): Column[] {
  const value = type.value;
  const all: Column[] = [
    { key: "code", cell: (line) => line.code ?? "", style: value, most: 48 },
    { key: "quantity", cell: (line) => quantity(line.quantity), style: value, most: 76 },
    {
      key: "price",
      cell: ({ unit_price_minor }) => (unit_price_minor === null ? "" : money(unit_price_minor)),
      style: value,
    },
    {
      key: "discount",
      cell: ({ discount_minor }) => (discount_minor ? money(-discount_minor) : ""),
      style: value,
    },
    { key: "tax", cell: (line) => line.tax_label ?? "", style: value, most: 64 },
    { key: "amount", cell: (line) => money(line.amount_minor), style: type.item },
  ];
  return all.filter(({ cell }) => lines.some((line) => cell(line) !== ""));
}

const LEAST_DESCRIPTION = 110;

/** Widths from the content. Figures become a step smaller where the description would get too little. */
export function placeColumns(
  pen: Pen,
  columns: Column[],
  lines: DocumentLine[],
  head: (key: TextKey) => string,
  width: number,
): { description: number; placed: PlacedColumn[] } {
  const measure = (size: number, leading: number) => {
    let right = width;
    const placed: PlacedColumn[] = [];
    for (const column of columns.toReversed()) {
      const style = { ...column.style, size, leading };
      const texts = new Set(lines.map(column.cell));
      const natural = Math.max(
        pen.width(head(column.key), type.head),
        ...[...texts].map((text) => pen.width(text, style)),
      );
      const wide = Math.ceil(Math.min(natural, column.most ?? natural)) + 0.5;
      placed.unshift({ ...column, style, at: right - wide, width: wide });
      right -= wide + space.m;
    }
    return { description: right, placed };
  };
  const usual = measure(type.value.size, type.value.leading);
  return usual.description >= LEAST_DESCRIPTION ? usual : measure(type.caption.size, type.value.leading);
}
