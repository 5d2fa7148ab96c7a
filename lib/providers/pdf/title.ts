import { type Block, paragraph } from "./block";
import type { InvoiceDocument } from "./document";
import type { Sheet } from "./sheet";
import { ink, rule, space, type } from "./style";
import type { TextKey } from "./texts";

/** Countries whose tax law, or the custom of their registered sellers, names the document "Tax invoice". */
const taxInvoiceCountries = new Set("AE AU BH IN KE LK MU MY NA NP NZ OM PK SA SG TH UG ZA ZM".split(" "));

export function titleKey({ kind, seller, taxes }: InvoiceDocument): TextKey {
  if (kind === "credit_note") return "credit_note";
  const is_taxed = seller.tax_ids.length > 0 && taxes.length > 0;
  return is_taxed && taxInvoiceCountries.has(seller.country) ? "tax_invoice" : "invoice";
}

/** The title, with the mark of a void document or a draft at the right. */
export function title({ doc, pen, frame }: Sheet, text: string, mark: string | null): Block {
  const badge = mark ? pen.width(mark, type.head) + 2 * space.s : 0;
  const words = paragraph(pen, text, frame.width - badge - space.l, type.title, { most: 3 });
  return {
    height: words.height,
    draw: (left, top) => {
      words.draw(left, top);
      if (!mark) return;
      const x = left + frame.width - badge;
      doc
        .roundedRect(x, top + 3, badge, 18, 4)
        .lineWidth(rule.strong)
        .strokeColor(ink)
        .stroke();
      pen.write(mark, x + space.s, top + 6, { ...type.head, color: ink });
    },
  };
}
