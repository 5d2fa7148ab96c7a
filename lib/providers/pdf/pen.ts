import type { Font, GlyphRun } from "fontkit";
import type { FontSet, Weight } from "./fonts";
import { scriptRuns } from "./script-runs";
import type { TextStyle } from "./style";

/** All figures have one width, so that columns of amounts align. */
const features: PDFKit.Mixins.TextOptions["features"] = ["tnum"];

const fontName = (weight: Weight, script: string) => `${weight} ${script}`;

/** Measures and writes single lines of text in both scripts. */
export class Pen {
  readonly #doc: PDFKit.PDFDocument;
  readonly #fonts = new Map<string, OwnFont>();

  constructor(doc: PDFKit.PDFDocument, fonts: FontSet) {
    this.#doc = doc;
    for (const [weight, pair] of Object.entries(fonts))
      for (const [script, font] of Object.entries(pair)) {
        const name = fontName(weight as Weight, script);
        const own = rememberingLayouts(font);
        this.#fonts.set(name, own);
        // pdfkit takes a parsed font too; its types name only files and bytes.
        doc.registerFont(name, own.font as unknown as ArrayBuffer);
      }
  }

  width(text: string, style: TextStyle): number {
    return scriptRuns(text).reduce((sum, run) => sum + this.#runWidth(run.text, run.script, style), 0);
  }

  /** `top` is the top of a line of `style.leading`. */
  write(text: string, left: number, top: number, style: TextStyle): void {
    const baseline = top + (style.leading - LINE * style.size) / 2 + ASCENT * style.size;
    let x = left;
    for (const run of scriptRuns(text)) {
      const doc = this.#doc.font(fontName(style.weight, run.script), style.size).fillColor(style.color);
      // Glyphs stand in the order in which they are drawn. Who copies or searches gets the text as it is written.
      if (run.script === "devanagari") doc.markContent("Span", { actual: run.text });
      const characterSpacing = run.script === "other" ? tracking(style) : 0;
      doc.text(run.text, x, baseline, { lineBreak: false, baseline: "alphabetic", features, characterSpacing });
      if (run.script === "devanagari") doc.endMarkedContent();
      x += this.#runWidth(run.text, run.script, style);
    }
  }

  #runWidth(text: string, script: "devanagari" | "other", style: TextStyle): number {
    const own = this.#fonts.get(fontName(style.weight, script));
    if (!own) throw new Error(`No font for ${style.weight} ${script}`);
    const advance = own.advance(text) * style.size;
    return script === "other" ? advance + tracking(style) * text.length : advance;
  }
}

/** Ascent and line height of Geist in ems. */
const ASCENT = 1.005;
const LINE = 1.3;

const tracking = ({ size }: TextStyle): number => (size >= 16 ? -0.022 * size : 0);

type OwnFont = { font: Font; advance: (text: string) => number };

/** pdfkit's unit. It scales the positions of a run in place, so a run can be kept only where the scale is 1. */
const UNITS_PER_EM = 1000;

/** Each text is measured and then drawn, and many repeat, so a document keeps its runs. */
function rememberingLayouts(font: Font): OwnFont {
  if (font.unitsPerEm !== UNITS_PER_EM) throw new Error(`${font.postscriptName} has ${font.unitsPerEm} units per em`);
  const runs = new Map<string, GlyphRun>();
  const layout = (text: string): GlyphRun => {
    const known = runs.get(text) ?? font.layout(text, features as string[]);
    runs.set(text, known);
    return known;
  };
  const advances = new Map<string, number>();
  const advance = (text: string): number => {
    const known = advances.get(text) ?? layout(text).advanceWidth / UNITS_PER_EM;
    advances.set(text, known);
    return known;
  };
  return { font: Object.create(font, { layout: { value: layout } }), advance };
}
