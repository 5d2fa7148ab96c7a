import { expect, test } from "vitest";
import { renderInvoicePdf } from "@/lib/providers/pdf";
import { americanInvoice, indianInvoice, line, spanishCreditNote } from "./documents";
import { readPdf } from "./read-pdf";

const corporate = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    line({
      description: `Plan-${index + 1}-start`,
      detail: `Days-${index + 1}-middle`,
      member: `Person-${index + 1}-end`,
    }),
  );

test.each([1, 2, 9, 10, 11, 37, 300])(
  "%i lines: each stands on one page, in order, under a table head",
  async (count) => {
    const { pages } = await readPdf(await renderInvoicePdf(americanInvoice({ lines: corporate(count) })));
    const found = pages.flatMap((page, index) => {
      const lines = [...page.matchAll(/Plan-(\d+)-start/g)].map(([, number]) => Number(number));
      for (const number of lines) expect(page).toMatch(new RegExp(`Days-${number}-middle.* Person-${number}-end`));
      if (lines.length > 0) expect(page).toContain("What How much Price Tax Amount");
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      return lines;
    });
    expect(found).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(pages.at(-1)).toContain("To pay by");
  },
);

test("the sums stand on the page of the last line", async () => {
  for (let count = 1; count <= 24; count++) {
    const { pages } = await readPdf(await renderInvoicePdf(americanInvoice({ lines: corporate(count) })));
    const last = pages.find((page) => page.includes(`Plan-${count}-start`));
    expect(last).toContain("Without tax");
    expect(last).toContain("To pay by November 30, 2026 $34.00");
  }
});

test.each([
  ["en-US", [612, 792]],
  ["es-US", [612, 792]],
  ["en-GB", [595, 842]],
  ["en", [595, 842]],
])("the paper of %s", async (locale, size) => {
  expect((await readPdf(await renderInvoicePdf(americanInvoice({ locale })))).size).toEqual(size);
});

test("notes that are longer than a page continue on the next one", async () => {
  const notes = Array.from({ length: 120 }, (_, index) => `Note ${index + 1}.`).join("\n");
  const { pages } = await readPdf(await renderInvoicePdf(spanishCreditNote({ notes })));
  expect(pages.length).toBe(3);
  expect(pages.join(" ")).toContain("Note 120.");
});

test("texts of any length are drawn: a line has at most a page, and the page has its number", async () => {
  const long = "विद्यार्थी ".repeat(400);
  const { seller, buyer } = indianInvoice();
  const { pages } = await readPdf(
    await renderInvoicePdf(
      indianInvoice({
        lines: [line({ description: long, detail: long, member: long }), line()],
        seller: { ...seller, name: long, legal_name: long, footer: long },
        buyer: { ...buyer, name: long },
      }),
    ),
  );
  for (const [index, page] of pages.entries()) expect(page).toContain(`पृष्ठ ${index + 1} / ${pages.length}`);
});
