import { type Block, beside, nothing, paragraph, stack } from "./block";
import { onBrand } from "./brand";
import type { Seller } from "./document";
import type { Sheet } from "./sheet";
import { space, type } from "./style";

const MARK = 34;
const LOGO_WIDTH = 130;
const CONTACT_WIDTH = 190;

/** Logo, names and tax ids on the left; address and contact on the right. */
export function letterhead(sheet: Sheet, seller: Seller): Block {
  const { pen, frame } = sheet;
  const mark = logo(sheet, seller) ?? initial(sheet, seller);
  const indent = mark.width + space.m;
  const width = frame.width - indent - CONTACT_WIDTH - space.l;
  const captions = [
    ...(seller.legal_name === seller.name ? [] : [seller.legal_name]),
    ...seller.tax_ids.map(({ label, value }) => `${label} ${value}`),
  ];
  const names = stack([
    paragraph(pen, seller.name, width, type.name, { most: 3 }),
    ...captions.map((caption) => paragraph(pen, caption, width, type.caption, { most: 3 })),
  ]);
  const contact = [...seller.address_lines, ...seller.contact_lines].map((line) =>
    paragraph(pen, line, CONTACT_WIDTH, type.caption, { align: "right", most: 3 }),
  );
  return beside([
    { at: 0, block: { height: MARK, draw: mark.draw } },
    { at: indent, block: stack([nothing(names.height < MARK ? (MARK - names.height) / 2 : 0), names]) },
    { at: frame.width - CONTACT_WIDTH, block: stack(contact) },
  ]);
}

/** A public method of pdfkit that its types leave out. */
type ImageReader = { openImage: (bytes: Buffer) => { width: number; height: number } };

type Mark = { width: number; draw: Block["draw"] };

/** Null without a logo, and for bytes that are no picture: an invoice must not fail because of them. */
function logo({ doc }: Sheet, { logo_png }: Seller): Mark | null {
  if (!logo_png) return null;
  try {
    const image = (doc as unknown as ImageReader).openImage(Buffer.from(logo_png));
    const scale = Math.min(LOGO_WIDTH / image.width, MARK / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    return {
      width,
      draw: (left, top) => {
        doc.image(image as unknown as Buffer, left, top + (MARK - height) / 2, { width, height });
      },
    };
  } catch {
    return null;
  }
}

function initial({ doc, pen }: Sheet, { name, brand_color }: Seller): Mark {
  const letter = [...new Intl.Segmenter("en").segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? "";
  const style = { ...type.title, color: onBrand(brand_color) };
  return {
    width: MARK,
    draw: (left, top) => {
      doc.roundedRect(left, top, MARK, MARK, 6).fill(brand_color);
      const x = left + (MARK - pen.width(letter, style)) / 2;
      pen.write(letter, x, top + (MARK - style.leading) / 2, style);
    },
  };
}
