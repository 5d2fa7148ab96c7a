import type { Pen } from "./pen";
import { printable } from "./script-runs";
import type { TextStyle } from "./style";

/** The lines of a text at a width. A word that is too long is broken after a sign or between letters; what exceeds `most` lines is cut. */
export function wrap(pen: Pen, text: string, width: number, style: TextStyle, most = 40): string[] {
  const lines = printable(text)
    .split("\n")
    .flatMap((paragraph) => fill(pen, paragraph, width, style));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shorten(pen, lines[most - 1] ?? "", width, style)];
}

function fill(pen: Pen, paragraph: string, width: number, style: TextStyle): string[] {
  const space = pen.width(" ", style);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of paragraph.split(" ").filter(Boolean)) {
    for (const part of pieces(pen, word, width, style)) {
      const wide = pen.width(part, style);
      if (line && used + space + wide > width) {
        lines.push(line);
        line = "";
      }
      used = line ? used + space + wide : wide;
      line = line ? `${line} ${part}` : part;
    }
  }
  return [...lines, line];
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A word, or its parts where it is wider than the line. */
function pieces(pen: Pen, word: string, width: number, style: TextStyle): string[] {
  if (pen.width(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const { segment } of letters.segment(word)) {
    if (part && pen.width(part + segment, style) > width) {
      const cut = breakAfterSign(part);
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
    }
    part += segment;
  }
  return [...parts, part];
}

/** After the last hyphen, slash, dot or at sign in the second half, else at the end. */
function breakAfterSign(part: string): number {
  const cut = Math.max(...["-", "/", ".", "@"].map((sign) => part.lastIndexOf(sign))) + 1;
  return cut > part.length / 2 ? cut : part.length;
}

function shorten(pen: Pen, line: string, width: number, style: TextStyle): string {
  let kept = [...letters.segment(line)].map(({ segment }) => segment);
  while (kept.length && pen.width(`${kept.join("")}…`, style) > width) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}
