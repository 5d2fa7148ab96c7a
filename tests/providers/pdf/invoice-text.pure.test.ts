import { expect, test } from "vitest";
import { renderInvoicePdf } from "@/lib/providers/pdf";
import { americanInvoice, indianInvoice, line, spanishCreditNote } from "./documents";
import { readPdf } from "./read-pdf";

const textOf = async (document: Parameters<typeof renderInvoicePdf>[0]) =>
  (await readPdf(await renderInvoicePdf(document))).pages.join(" ");

test("an invoice shows its parties, lines, taxes and what is left to pay", async () => {
  const text = await textOf(americanInvoice());
  for (const part of [
    "Invoice INV-25031",
    "Iron Temple Brooklyn LLC",
    "Tax ID 84-1920377",
    "Bill to Yuki Tanabe",
    "Issued November 16, 2026",
    "Due November 30, 2026",
    "Member IT-0977",
    "What How much Price Tax Amount",
    "Unlimited November 16 to 30 15 of 30 days $89.00 4.5 % $44.50",
    "Without tax $70.66",
    "NYC tax 4.5 % on $66.99 $3.01",
    "NY sales tax 8.875 % on $3.67 $0.33",
    "Total $74.00",
    "Account credit \u2212$10.00",
    "Cash, November 24, 2026 \u2212$30.00",
    "To pay by November 30, 2026 $34.00",
    "How to pay Bank First Example Bank, New York",
    "Prices include tax.",
    "Page 1 of 1",
  ])
    expect(text).toContain(part);
});

test("an Indian invoice in Hindi has the text as it is written, GSTIN, SAC, and CGST and SGST in their rows", async () => {
  const text = await textOf(indianInvoice());
  for (const part of [
    "कर चालान BLR/26-27/000123",
    "विद्यार्थी प्रशिक्षण केंद्र प्राइवेट लिमिटेड",
    "GSTIN 29AABCS1429B1ZB",
    "GSTIN 29AAACV2231C1ZP",
    "आपूर्ति का स्थान कर्नाटक (29)",
    "SAC/HSN",
    "सदस्य: श्रीकृष्ण मूर्ति",
    "999723",
    "₹1,23,456.00 −₹3,456.00 GST 18 % ₹1,20,000.00",
    "₹1,35,000.00 पर CGST 9 % ₹12,150.00",
    "₹1,35,000.00 पर SGST 9 % ₹12,150.00",
    "कुल ₹1,59,300.00",
    "30 नवंबर 2026 तक देय ₹1,59,300.00",
    "एक लाख उनसठ हज़ार तीन सौ रुपये मात्र",
    "पृष्ठ 1 / 1",
  ])
    expect(text).toContain(part);
});

test("a credit note in Spanish names the invoice that it corrects and the refund", async () => {
  const text = await textOf(spanishCreditNote());
  for (const part of [
    "Nota de crédito NC-000042",
    "Corrige la factura F-2026-001187 1 de noviembre de 2026",
    "Wolfgang Ängström-Żółkiewski y Ñúñez de la Santísima Trinidad",
    "IVA 21 % sobre 20,25 € 4,25 €",
    "Total del abono 24,50 €",
    "Reembolso, Visa acabada en 4242, 17 de noviembre de 2026 −24,50 €",
    "Queda a favor 0,00 €",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("Vencimiento");
});

test.each([
  ["a seller in India with a GSTIN", indianInvoice({ locale: "en-IN" }), "Tax invoice BLR/26-27/000123"],
  ["a seller in India without taxes", indianInvoice({ locale: "en-IN", taxes: [] }), " Invoice BLR/26-27/000123"],
  ["a seller in the United States", americanInvoice(), " Invoice INV-25031"],
])("the title of %s", async (_seller, document, title) => {
  expect(` ${await textOf(document)}`).toContain(title);
});

test("a void invoice says so on each page and asks for nothing", async () => {
  const lines = Array.from({ length: 40 }, () => line());
  const { pages } = await readPdf(await renderInvoicePdf(americanInvoice({ mark: "void", lines })));
  expect(pages.length).toBe(4);
  for (const page of pages) expect(page).toContain("Void");
  expect(pages.join(" ")).not.toMatch(/To pay by|How to pay/);
});

test("a draft has no number", async () => {
  const text = await textOf(americanInvoice({ mark: "draft", number: null }));
  expect(text).toContain("Draft");
  expect(text).toContain("Invoice · Iron Temple Page 1 of 1");
});

test("columns that no line fills are left out", async () => {
  const plain = line({ quantity: 1, tax_label: null, unit_price_minor: null });
  expect(await textOf(americanInvoice({ lines: [plain] }))).toContain(
    "What How much Amount Unlimited November 16 to 30 1 $44.50",
  );
});

test("a language without texts gets English texts and days, with the locale's amounts", async () => {
  const text = await textOf(americanInvoice({ locale: "pl-PL", currency: "PLN" }));
  expect(text).toContain("To pay by 30 November 2026 34,00 zł");
});
