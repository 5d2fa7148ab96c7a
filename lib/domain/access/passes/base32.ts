/** Upper-case letters and digits give the smallest QR code. Without Y and Z, which some keyboard layouts swap. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWX23456789";

export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(pending >>> bits) & 31];
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(pending << (5 - bits)) & 31] : text;
}

/** Null if a character is outside the alphabet or the unused bits of the last one are not zero. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let pending = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    pending = (pending << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (pending >>> bits) & 255;
      pending &= (1 << bits) - 1;
    }
  }
  return pending === 0 ? bytes : null;
}
