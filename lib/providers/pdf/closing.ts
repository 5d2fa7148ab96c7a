import { type Block, beside, paragraph, stack } from "./block";
import type { LabelledText } from "./document";
import type { Sheet } from "./sheet";
import { space, type } from "./style";
import { wrap } from "./wrap";

const LABEL_WIDTH = 110;
/** Prose is at most about 68 characters wide. */
const PROSE_WIDTH = 340;

/** Labels with their values under a small title, kept together. */
export function details({ pen, frame }: Sheet, title: string, rows: LabelledText[]): Block {
  const value_width = frame.width - LABEL_WIDTH - space.s;
  return stack([
    paragraph(pen, title, frame.width, type.item),
    ...rows.map(({ label, value }) =>
      beside([
        { at: 0, block: paragraph(pen, label, LABEL_WIDTH, type.caption, { most: 3 }) },
        { at: LABEL_WIDTH + space.s, block: paragraph(pen, value, value_width, type.caption, { most: 4 }) },
      ]),
    ),
  ]);
}

/** A title and prose, one block per line, so that long notes continue on the next page. The title stays with the first line. */
export function prose({ pen }: Sheet, title: string | null, text: string): Block[] {
  const lines = wrap(pen, text, PROSE_WIDTH, type.caption, 200).map(
    (line): Block => ({
      height: type.caption.leading,
      draw: (left, top) => pen.write(line, left, top, type.caption),
    }),
  );
  const [first, ...others] = lines;
  if (title === null || !first) return lines;
  return [stack([paragraph(pen, title, PROSE_WIDTH, type.item), first]), ...others];
}
