import PDFDocument from "pdfkit";
import { startOfDay } from "@/lib/values/calendar-day";
import type { Seller } from "./document";
import { loadFonts } from "./fonts";
import { type Wording, wordingOf } from "./format";
import { PageFurniture, pageSize } from "./page";
import { Pen } from "./pen";
import { Sheet } from "./sheet";

type Terms = {
  seller: Seller;
  mark: "void" | "draft" | null;
  locale: string;
  currency: string;
  time_zone: string;
};

type Identity = { title: string; created_at: string };

/** Opens a document, lets `draw` fill it, numbers the pages and returns the bytes. Nothing in them depends on the time of rendering. */
export async function drawDocument(
  terms: Terms,
  identify: (wording: Wording) => Identity,
  draw: (sheet: Sheet, wording: Wording, title: string) => void,
): Promise<Uint8Array> {
  const fonts = await loadFonts();
  const wording = wordingOf(terms);
  const { title, created_at } = identify(wording);
  const size = pageSize(terms.locale);
  const created = new Date(created_at);
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: [...size],
    margin: 0,
    // No standard font: each glyph is embedded.
    font: "",
    pdfVersion: "1.7",
    lang: terms.locale,
    displayTitle: true,
    info: {
      Title: title,
      Author: terms.seller.legal_name,
      Creator: "FitFlow Pro",
      Producer: "FitFlow Pro",
      CreationDate: created,
      ModDate: created,
    },
  });
  // pdfkit repeats title and author as XML and does not escape them. The entries above say the same.
  Object.assign(doc, { endMetadata: () => {} });
  const bytes = collect(doc);
  const pen = new Pen(doc, fonts);
  const furniture = new PageFurniture(pen, doc, size, terms.seller, `${title} · ${terms.seller.name}`);
  doc.on("pageAdded", () => furniture.background(terms.mark && wording.text(terms.mark)));
  doc.addPage();
  draw(new Sheet(pen, doc, furniture.frame), wording, title);
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    furniture.foot(wording, index + 1, count);
  }
  doc.end();
  return bytes;
}

/** The document carries the day on which it was issued, as its creation. */
export const issuedAt = (day: string, time_zone: string): string => startOfDay(day, time_zone);

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
}
