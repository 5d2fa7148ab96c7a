const textEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type TextEncoding = (typeof textEncodings)[number];

export type EncodingFinding =
  | { ok: true; encoding: TextEncoding }
  | { ok: false; code: "not_a_text_file"; message: string };

const SIGNATURES: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "This is an Excel workbook. Open it and save it as CSV UTF-8, then upload that file"],
  [[0xd0, 0xcf, 0x11, 0xe0], "This is an old Excel workbook. Open it and save it as CSV UTF-8, then upload that file"],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF. Export the list as CSV instead"],
  [[0x1f, 0x8b], "This file is compressed. Unpack it and upload the CSV inside"],
];
/** Text has at most one NUL in this many bytes, from padded fields. Rows with a NUL are rejected later. */
const MOST_ZEROS = 20;
const NO_TEXT = "This file holds no readable text. Export the list as CSV UTF-8 and upload that file";

/**
 * Reads a file once, chunk by chunk. Only the end decides about UTF-8, because the first non-ASCII character may be in the last
 * row. Otherwise the file is windows-1252.
 */
export const encodingDetector = () => {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let head: number[] = [];
  let is_utf8 = true;
  const zeros = { even: 0, odd: 0 };
  let controls = 0;
  let length = 0;
  return {
    add: (chunk: Uint8Array): void => {
      if (head.length < 4) head = [...head, ...chunk.subarray(0, 4)].slice(0, 4);
      for (const byte of chunk) {
        if (byte === 0) zeros[length % 2 ? "odd" : "even"]++;
        else if (byte < 9) controls++;
        length++;
      }
      is_utf8 &&= decodes(utf8, chunk);
    },
    finding: (): EncodingFinding => {
      const packed = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
      if (packed) return refused(packed[1]);
      if (head[0] === 0xff && head[1] === 0xfe) return { ok: true, encoding: "utf-16le" };
      if (head[0] === 0xfe && head[1] === 0xff) return { ok: true, encoding: "utf-16be" };
      if (mostly(zeros.odd, length) && zeros.even < zeros.odd / 10) return { ok: true, encoding: "utf-16le" };
      if (mostly(zeros.even, length) && zeros.odd < zeros.even / 10) return { ok: true, encoding: "utf-16be" };
      if (zeros.even + zeros.odd > length / MOST_ZEROS || controls > length / 100) return refused(NO_TEXT);
      return { ok: true, encoding: is_utf8 && decodes(utf8) ? "utf-8" : "windows-1252" };
    },
  };
};

const refused = (message: string): EncodingFinding => ({ ok: false, code: "not_a_text_file", message });

const mostly = (zeros: number, length: number): boolean => zeros > length / 5;

const decodes = (decoder: TextDecoder, chunk?: Uint8Array): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
};
