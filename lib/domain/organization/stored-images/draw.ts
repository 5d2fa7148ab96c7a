import sharp, { type Sharp } from "sharp";
import { invalid } from "@/lib/kernel/errors";

/** One use of images. `kind` names it in the table, in the storage key and in the error of a refused file. */
export type ImageStyle = { kind: "photo" | "logo"; fit(image: Sharp, edge: number): Sharp };

const edge = 512;
const maxPixels = 50_000_000;

/**
 * Decodes the image and encodes its pixels as WebP. Metadata and data hidden in the file are lost. The type follows from the
 * first bytes, and the decoder must agree. SVG, which can contain scripts, is refused.
 */
export async function drawImage(bytes: Buffer, { kind, fit }: ImageStyle): Promise<Buffer> {
  const unreadable = () => invalid(kind, "is not a picture that can be read. Choose a JPEG, PNG or WebP file");
  const sniffed = sniff(bytes);
  if (!sniffed) throw unreadable();
  try {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    const { format } = await image.metadata();
    if (format !== sniffed) throw unreadable();
    return await fit(image.autoOrient(), edge).toBuffer();
  } catch {
    throw unreadable();
  }
}

function sniff(bytes: Buffer): "jpeg" | "png" | "webp" | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const is_webp = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return is_webp ? "webp" : null;
}
