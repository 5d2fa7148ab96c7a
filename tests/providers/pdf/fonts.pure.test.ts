import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { fontFiles, loadFonts } from "@/lib/providers/pdf/fonts";
import { Pen } from "@/lib/providers/pdf/pen";
import { printable, scriptRuns } from "@/lib/providers/pdf/script-runs";
import { type } from "@/lib/providers/pdf/style";
import { wrap } from "@/lib/providers/pdf/wrap";
import config from "@/next.config";

const newPen = async () => new Pen(new PDFDocument({ autoFirstPage: false, font: "" }), await loadFonts());

test("the standalone server is built with every font file", () => {
  const read = Object.values(fontFiles).flatMap(({ devanagari, other }) => [devanagari, other]);
  expect(config.outputFileTracingIncludes?.["/*"]).toEqual(read);
});

test("Devanagari is shaped: conjuncts are one glyph, a short i stands before its consonant, a reph behind", async () => {
  const { devanagari } = (await loadFonts()).regular;
  const shapesOf = (text: string) =>
    devanagari.layout(text).glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
  expect(shapesOf("क्ष")).toEqual(["क्ष"]);
  expect(shapesOf("श्र")).toEqual(["श्र"]);
  expect(shapesOf("हि")).toEqual(["ि", "ह"]);
  expect(shapesOf("र्म")).toEqual(["म", "र्"]);
});

test("the fonts have the letters of Polish and Spanish, the signs of currencies and the true minus", async () => {
  for (const { other } of Object.values(await loadFonts()))
    for (const letter of "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíñóúü¿¡ÁÉÍÑÓÚÜ₹€$£¥\u2212\u00A0–·…")
      expect(`${letter} ${other.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)}`).toBe(`${letter} true`);
});

test("all figures have one width in each weight", async () => {
  const pen = await newPen();
  for (const style of [type.value, type.item, type.due])
    expect(new Set([..."0123456789"].map((figure) => pen.width(figure, style))).size).toBe(1);
});

test("words of Devanagari with their spaces and joiners are one run", () => {
  expect(scriptRuns("₹500 पर क्\u200Dष GST, देय")).toEqual([
    { text: "₹500 ", script: "other" },
    { text: "पर क्\u200Dष", script: "devanagari" },
    { text: " GST, ", script: "other" },
    { text: "देय", script: "devanagari" },
  ]);
});

test("signs without a shape are removed and letters composed", () => {
  expect(printable("Zo\u0301\u200B\u202Ea\u00ADb\u2009c\r\nd\u0000")).toBe("Zóab c\nd");
});

test.each([
  ["a long name", "Wolfgang Ängström-Żółkiewski y Ñúñez de la Santísima Trinidad", 90],
  ["an address of one word", `${"very-long-name".repeat(8)}@example.com`, 90],
  ["Hindi", "विद्यार्थी प्रशिक्षण केंद्र प्राइवेट लिमिटेड कार्यक्रम सदस्यता शुल्क", 70],
  ["a word of Hindi wider than the line", "क्षत्रियविद्यार्थीप्रशिक्षणकेंद्रकार्यक्रम", 40],
])("no line of %s is wider than its box, and nothing is lost", async (_what, text, width) => {
  const pen = await newPen();
  const lines = wrap(pen, text, width, type.item);
  expect(lines.length).toBeGreaterThan(2);
  for (const part of lines) expect(pen.width(part, type.item)).toBeLessThanOrEqual(width);
  expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
});

test("a text that is cut ends with an ellipsis inside its box", async () => {
  const pen = await newPen();
  const lines = wrap(pen, "word ".repeat(100), 80, type.item, 3);
  expect(lines.length).toBe(3);
  expect(lines[2]).toMatch(/…$/);
  expect(pen.width(lines[2] ?? "", type.item)).toBeLessThanOrEqual(80);
});
