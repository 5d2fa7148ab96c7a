/** Tells scanned codes from typed names in the scan field. */

const cardShape = /^[1-9](?:[\s-]*\d){11}$/;
const passShape = /^[A-X2-9]{150,200}$/i;
const memberCodeShape = /^[A-Z]{1,4}-\d{1,8}$/i;

/** Faster than a person types. */
const maxScannerMsPerKey = 35;
const minScannerLength = 6;

export type Typing = { text: string; began_ms: number; ended_ms: number };

/** A barcode scanner types like a keyboard, but faster, and ends with Enter. */
export function isScanned({ text, began_ms, ended_ms }: Typing): boolean {
  return text.length >= minScannerLength && (ended_ms - began_ms) / text.length < maxScannerMsPerKey;
}

export function isCode(typing: Typing): boolean {
  const text = typing.text.trim();
  return cardShape.test(text) || passShape.test(text) || memberCodeShape.test(text) || isScanned({ ...typing, text });
}
