import { type Block, paragraph } from "./block";
import type { Seller } from "./document";
import type { Wording } from "./format";
import type { Pen } from "./pen";
import type { Frame } from "./sheet";
import { hairline, rule, space, type } from "./style";

const sizes = { A4: [595.28, 841.89], LETTER: [612, 792] } as const;

/** Letter in the United States, A4 elsewhere. */
export const pageSize = (locale: string): readonly [number, number] =>
  new Intl.Locale(locale).region === "US" ? sizes.LETTER : sizes.A4;

const MARGIN = { side: 44, top: 44, bottom: 30 };
const BAR = 4;
const watermark = { ...type.title, size: 120, leading: 156, color: "#f1f0ee" };

/** What each page has beside its content: the colour of the brand, the mark, the footer and its number. */
export class PageFurniture {
  readonly #footer: Block | null;
  readonly frame: Frame;

  constructor(
    private readonly pen: Pen,
    private readonly doc: PDFKit.PDFDocument,
    private readonly size: readonly [number, number],
    private readonly seller: Seller,
    private readonly name: string,
  ) {
    const width = size[0] - 2 * MARGIN.side;
    this.#footer = seller.footer ? paragraph(pen, seller.footer, width, type.caption, { most: 8 }) : null;
    this.frame = { left: MARGIN.side, top: MARGIN.top, width, bottom: this.#footerTop - space.s - space.l };
  }

  get #footerTop(): number {
    return this.size[1] - MARGIN.bottom - type.caption.leading - space.s - (this.#footer?.height ?? 0);
  }

  /** Behind the content of a new page. */
  background(mark: string | null): void {
    const [width, height] = this.size;
    this.doc.rect(0, 0, width, BAR).fill(this.seller.brand_color);
    if (!mark) return;
    const wide = this.pen.width(mark, watermark);
    const scale = Math.min(1, (width * 0.8) / wide);
    this.doc
      .save()
      .translate(width / 2, height / 2)
      .rotate(-35)
      .scale(scale);
    this.pen.write(mark, -wide / 2, -watermark.leading / 2, watermark);
    this.doc.restore();
  }

  foot({ text }: Wording, page: number, pages: number): void {
    const { left, width } = this.frame;
    const top = this.#footerTop;
    this.doc
      .moveTo(left, top - space.s)
      .lineTo(left + width, top - space.s)
      .lineWidth(rule.hair)
      .strokeColor(hairline)
      .stroke();
    this.#footer?.draw(left, top);
    const last = this.size[1] - MARGIN.bottom - type.caption.leading;
    paragraph(this.pen, this.name, width - 120, type.caption, { most: 1 }).draw(left, last);
    const number = text("page", { page: String(page), pages: String(pages) });
    paragraph(this.pen, number, width, type.caption, { align: "right" }).draw(left, last);
  }
}
