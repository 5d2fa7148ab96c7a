import { PDFiumLibrary } from "@hyzyla/pdfium";

let library: Promise<PDFiumLibrary> | undefined;

type ReadPdf = { pages: string[]; size: [width: number, height: number] };

/** The text of each page, as a reader would copy it, with single spaces. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    const pages = [...document.pages()];
    const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize();
    return {
      pages: pages.map((page) => page.getText().replace(/\s+/g, " ")),
      size: [Math.round(originalWidth), Math.round(originalHeight)],
    };
  } finally {
    document.destroy();
  }
}

/** The dictionaries of a PDF, which are plain text, without its compressed streams. */
export const dictionariesOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/^stream\n[\s\S]*?^endstream$/gm, "");
