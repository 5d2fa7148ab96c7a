const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first grapheme of the first and of the last word, unchanged. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return chosen.map((word) => firstGrapheme(word ?? "")).join("");
}

function firstGrapheme(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment;
  }
  return "";
}
