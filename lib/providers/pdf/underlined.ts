import type { Block } from "./block";
import type { Sheet } from "./sheet";
import { hairline, ink, rule, space } from "./style";

const edges = {
  head: { above: 0, below: space.s, color: ink, weight: rule.strong },
  row: { above: 6, below: 6, color: hairline, weight: rule.hair },
};

/** A row of a table with the line under it. */
export function underlined(sheet: Sheet, cells: Block, kind: keyof typeof edges): Block {
  const { above, below, color, weight } = edges[kind];
  const height = above + cells.height + below;
  return {
    height,
    draw: (left, top) => {
      cells.draw(left, top + above);
      sheet.line(left, top + height - weight / 2, sheet.frame.width, color, weight);
    },
  };
}
