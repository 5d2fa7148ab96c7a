import { type Block, beside, paragraph, stack } from "./block";
import type { Buyer, LabelledText } from "./document";
import type { Sheet } from "./sheet";
import { space, type } from "./style";

const FACTS_WIDTH = 252;
const LABEL_WIDTH = 110;

/** The buyer on the left; dates and references on the right. */
export function parties(sheet: Sheet, label: string, buyer: Buyer, facts: LabelledText[]): Block {
  const { pen, frame } = sheet;
  const width = frame.width - FACTS_WIDTH - space.xl;
  const captions = [...buyer.address_lines, ...(buyer.tax_id ? [`${buyer.tax_id.label} ${buyer.tax_id.value}`] : [])];
  const left = stack([
    paragraph(pen, label, width, type.caption),
    paragraph(pen, buyer.name, width, type.item, { most: 4 }),
    ...captions.map((line) => paragraph(pen, line, width, type.caption, { most: 3 })),
  ]);
  return beside([
    { at: 0, block: left },
    { at: frame.width - FACTS_WIDTH, block: stack(facts.map((fact) => factRow(sheet, fact))) },
  ]);
}

function factRow({ pen }: Sheet, { label, value }: LabelledText): Block {
  const label_width = Math.min(LABEL_WIDTH, Math.ceil(pen.width(label, type.label)) + 0.5);
  const at = label_width + space.m;
  return beside([
    { at: 0, block: paragraph(pen, label, label_width, type.label, { most: 3 }) },
    { at, block: paragraph(pen, value, FACTS_WIDTH - at, type.value, { align: "right", most: 4 }) },
  ]);
}
