/** The GSM 03.38 alphabet. Characters of the extension table take two units. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("^{}\\[~]|€\f");

export type SmsLength = { encoding: "GSM-7" | "UCS-2"; segments: number; units: number };

/** The number of SMS segments. One character outside of the GSM alphabet switches the whole text to UCS-2. */
export function smsLength(text: string): SmsLength {
  const letters = Array.from(text);
  const is_gsm = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter));
  const sizes = letters.map((letter) => (is_gsm ? (EXTENDED.has(letter) ? 2 : 1) : letter.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, joined] = is_gsm ? [160, 153] : [70, 67];
  return { encoding: is_gsm ? "GSM-7" : "UCS-2", units, segments: units <= alone ? 1 : segmentsOf(sizes, joined) };
}

/** Two-unit characters are not split, so a segment may be one unit shorter. */
function segmentsOf(sizes: readonly number[], max_units: number): number {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > max_units) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}
