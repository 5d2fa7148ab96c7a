import type { Block } from "./block";
import type { Pen } from "./pen";
import { rule } from "./style";

/** The area of a page for content, in points from its top left. */
export type Frame = { left: number; top: number; width: number; bottom: number };

/** Puts blocks under each other and begins a page where one does not fit. */
export class Sheet {
  #y: number;

  constructor(
    readonly pen: Pen,
    readonly doc: PDFKit.PDFDocument,
    readonly frame: Frame,
  ) {
    this.#y = frame.top;
  }

  fits(height: number): boolean {
    return this.#y + height <= this.frame.bottom;
  }

  place(block: Block): void {
    if (!this.fits(block.height)) this.newPage();
    block.draw(this.frame.left, this.#y);
    this.#y += block.height;
  }

  /** Space that a new page does not need. */
  gap(height: number): void {
    this.#y = Math.min(this.#y + height, this.frame.bottom);
  }

  newPage(): void {
    this.doc.addPage();
    this.#y = this.frame.top;
  }

  line(left: number, top: number, width: number, color: string, weight: number = rule.hair): void {
    this.doc
      .moveTo(left, top)
      .lineTo(left + width, top)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
  }
}
