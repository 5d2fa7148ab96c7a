import type { Pen } from "./pen";
import { printable } from "./script-runs";
import type { TextStyle } from "./style";

/** The lines of a text at a width. A word that is too long is broken between letters; what exceeds `most` lines is cut. */
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
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

function shorten(pen: Pen, line: string, width: number, style: TextStyle): string {
  let kept = [...letters.segment(line)].map(({ segment }) => segment);
  while (kept.length && pen.width(`${kept.join("")}…`, style) > width) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}
