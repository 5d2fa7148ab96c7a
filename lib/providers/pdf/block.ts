import type { Pen } from "./pen";
import type { TextStyle } from "./style";
import { wrap } from "./wrap";

/** A part of a page that is never split. */
export type Block = { height: number; draw: (left: number, top: number) => void };

export type Align = "left" | "right";

export function paragraph(
  pen: Pen,
  text: string,
  width: number,
  style: TextStyle,
  { align = "left" as Align, most = 40 } = {},
): Block {
  const lines = wrap(pen, text, width, style, most);
  return {
    height: lines.length * style.leading,
    draw: (left, top) => {
      for (const [index, line] of lines.entries()) {
        const x = align === "right" ? left + width - pen.width(line, style) : left;
        pen.write(line, x, top + index * style.leading, style);
      }
    },
  };
}

export function stack(blocks: Block[], gap = 0): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, blocks.length - 1),
    draw: (left, top) => {
      let y = top;
      for (const block of blocks) {
        block.draw(left, y);
        y += block.height + gap;
      }
    },
  };
}

/** Blocks beside each other, each with its distance from the left. */
export function beside(cells: { at: number; block: Block }[]): Block {
  return {
    height: Math.max(0, ...cells.map(({ block }) => block.height)),
    draw: (left, top) => {
      for (const { at, block } of cells) block.draw(left + at, top);
    },
  };
}

export const nothing = (height = 0): Block => ({ height, draw: () => {} });
